if esta_preparado; then
  printf '%s\n' 'Este ejercicio ya está preparado.' '  Para empezar de nuevo: sh limpia.sh y otra vez sh prepara.sh' >&2
  exit 1
fi

# Nada tuyo se toca: si un nombre está ocupado, aquí se acaba.
ocupados=0
ocupado() {
  ocupados=$((ocupados + 1))
  printf '  · %s «%s»\n' "$1" "$2" >&2
}
for nombre in $CONTENEDORES; do
  if docker container inspect "$nombre" >/dev/null 2>&1; then ocupado 'un contenedor' "$nombre"; fi
done
for nombre in $REDES; do
  if docker network inspect "$nombre" >/dev/null 2>&1; then ocupado 'una red' "$nombre"; fi
done
for nombre in $VOLUMENES $MARCA; do
  if docker volume inspect "$nombre" >/dev/null 2>&1; then ocupado 'un volumen' "$nombre"; fi
done
for nombre in $IMAGENES; do
  if docker image inspect "$nombre" >/dev/null 2>&1; then ocupado 'una imagen' "$nombre"; fi
done
for nombre in $PROYECTOS; do
  if [ -n "$(contenedores_de "$nombre")$(redes_de "$nombre")$(volumenes_de "$nombre")" ]; then
    ocupado 'algo del proyecto de Compose' "$nombre"
  fi
done
if [ "$ocupados" -gt 0 ]; then
  printf '%s\n' 'Eso ya está en tu motor y no lo puso este ejercicio, así que no lo toco.' \
    '  Cómo arreglarlo: si no lo necesitas, bórralo y repite.' >&2
  exit 1
fi

# Un archivo tuyo con ese nombre se queda como está.
ya_existe() {
  [ -e "$1" ] || return 1
  printf 'Ya tienes %s: lo dejo como está. Si quieres el del ejercicio, bórralo, limpia y vuelve a preparar.\n' "$1"
}

docker volume create --label "$ETIQUETA=$EJERCICIO" "$MARCA" >/dev/null || exit 2
