docker network create ej-clinica-fuera
docker network create --internal ej-clinica-dentro

docker run -d --name ej-clinica-base --network ej-clinica-dentro redis:8
docker run -d --name ej-clinica-api --network ej-clinica-fuera -p 127.0.0.1:8089:80 httpd:2.4
docker network connect ej-clinica-dentro ej-clinica-api
docker run -d --name ej-clinica-web --network ej-clinica-fuera -p 127.0.0.1:8088:80 nginx:1.30
