docker update --memory 128m --memory-swap 128m --cpus 0.5 ej-reconstructor
