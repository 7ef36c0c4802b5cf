docker network disconnect bridge ej-lab-base
docker network connect --alias base ej-lab-red ej-lab-base
docker rm -f ej-lab-api
docker run -d --name ej-lab-api --network ej-lab-red -p 8087:3000 -e ESCUCHA=0.0.0.0 ej-lab-api:1
