docker rm -f ej-reconstructor
docker run -d --name ej-reconstructor --memory 120m --memory-swap 120m --cpus 0.4 --pids-limit 10 ej-reconstructor:1
