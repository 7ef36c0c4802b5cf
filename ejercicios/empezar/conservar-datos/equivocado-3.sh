docker run -d --name ej-anotador -p 127.0.0.1:8086:3000 -v ej-anotador-datos:/datos \
  -v "$PWD/anotador.js:/app/anotador.js:ro" node:24-trixie-slim node /app/anotador.js
