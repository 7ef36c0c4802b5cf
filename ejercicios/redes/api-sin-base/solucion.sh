docker network connect ej-lab-red ej-lab-base
docker rm -f ej-lab-api
docker run -d --name ej-lab-api --network ej-lab-red -p 127.0.0.1:8087:3000 \
  -e BASE=ej-lab-base -e ESCUCHA=0.0.0.0 ej-lab-api:1
