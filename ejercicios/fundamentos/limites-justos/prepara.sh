docker build --quiet --tag ej-reconstructor:1 . >/dev/null || exit 1
docker run --detach --name ej-reconstructor ej-reconstructor:1 >/dev/null || exit 1
