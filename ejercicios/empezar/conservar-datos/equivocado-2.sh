docker build -t ej-anotador:1 .
docker run -d --name ej-anotador -p 127.0.0.1:8086:3000 -v ej-anotador-datos:/datos ej-anotador:1
until curl -fs 'http://localhost:8086/apunta?estudio=TAC-17'; do sleep 1; done
