docker build -t ej-cola:2 .
docker rm -f ej-cola
docker run -d --name ej-cola ej-cola:2
