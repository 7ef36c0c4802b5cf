docker update --memory 512m --memory-swap 512m --cpus 0.5 --pids-limit 20 ej-reconstructor
