docker build --quiet --tag ej-lab-api:1 . >/dev/null || exit 1
docker network create ej-lab-red >/dev/null || exit 1
docker run --detach --name ej-lab-base redis:8 >/dev/null || exit 1
docker run --detach --name ej-lab-api --network ej-lab-red --publish 127.0.0.1:8087:80 ej-lab-api:1 >/dev/null || exit 1
veces=20
until docker exec ej-lab-base redis-cli set estudios 1234 >/dev/null 2>&1; do
  veces=$((veces - 1))
  if [ "$veces" -eq 0 ]; then exit 1; fi
  sleep 1
done
