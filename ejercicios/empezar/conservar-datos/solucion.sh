docker build -t ej-anotador:1 .
docker run -d --name ej-anotador -p 127.0.0.1:8086:3000 -v ej-anotador-datos:/datos ej-anotador:1

# El servidor tarda un momento; se apunta en cuanto responde.
until curl -fs 'http://localhost:8086/apunta?estudio=TAC-17'; do sleep 1; done

# Otro contenedor, el mismo volumen.
docker rm -f ej-anotador
docker run -d --name ej-anotador -p 127.0.0.1:8086:3000 -v ej-anotador-datos:/datos ej-anotador:1
