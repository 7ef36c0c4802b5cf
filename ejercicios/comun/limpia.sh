if ! esta_preparado; then
  printf '%s\n' 'Este ejercicio no está preparado: no hay nada suyo que borrar.'
  exit 0
fi

for nombre in $CONTENEDORES; do
  if docker container inspect "$nombre" >/dev/null 2>&1; then docker rm -f -v "$nombre" >/dev/null; fi
done
for proyecto in $PROYECTOS; do
  for id in $(contenedores_de "$proyecto"); do docker rm -f -v "$id" >/dev/null; done
done
for nombre in $REDES; do
  if docker network inspect "$nombre" >/dev/null 2>&1; then docker network rm "$nombre" >/dev/null; fi
done
for proyecto in $PROYECTOS; do
  for id in $(redes_de "$proyecto"); do docker network rm "$id" >/dev/null; done
done
for nombre in $VOLUMENES; do
  if docker volume inspect "$nombre" >/dev/null 2>&1; then docker volume rm "$nombre" >/dev/null; fi
done
for proyecto in $PROYECTOS; do
  for id in $(volumenes_de "$proyecto"); do docker volume rm "$id" >/dev/null; done
done
for nombre in $IMAGENES; do
  if docker image inspect "$nombre" >/dev/null 2>&1; then docker image rm -f "$nombre" >/dev/null; fi
done
# Construcciones anteriores que perdieron su nombre; solo las que llevan la etiqueta del ejercicio.
docker image prune -f --filter "label=$ETIQUETA=$EJERCICIO" >/dev/null
docker volume rm "$MARCA" >/dev/null || exit 1
printf '%s\n' 'Borrado lo que usó el ejercicio. Los archivos de esta carpeta son tuyos y siguen aquí.'
