docker update --memory 64m --memory-swap 64m --cpus 0.5 --pids-limit 20 ej-reconstructor
docker wait ej-reconstructor
