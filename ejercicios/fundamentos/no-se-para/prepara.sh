docker build --quiet --tag ej-cola:1 . >/dev/null || exit 1
docker run --detach --name ej-cola --uts host ej-cola:1 >/dev/null || exit 1
