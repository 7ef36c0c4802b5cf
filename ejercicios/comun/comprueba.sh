case "${1-}" in
  '') ;;
  --pista)
    pista "${2-1}"
    exit 0
    ;;
  *)
    printf '%s\n' "Uso: sh comprueba.sh           mira cómo está el motor" \
      "     sh comprueba.sh --pista 1  da una pista; hay $PISTAS, de menos a más" >&2
    exit 2
    ;;
esac
if ! esta_preparado; then
  printf '%s\n' 'Este ejercicio no está preparado.' '  Cómo arreglarlo: sh prepara.sh' >&2
  exit 2
fi

faltan=0
bien() { printf '✔ %s\n' "$1"; }
falta() {
  faltan=$((faltan + 1))
  printf '✘ %s\n' "$1"
}

# Lo que el motor dice de una cosa: dato contenedor '{{.State.Status}}'. Nada si no existe.
dato() { docker inspect --format "$2" "$1" 2>/dev/null; }

# Si un contenedor está en marcha.
en_marcha() { [ "$(dato "$1" '{{.State.Running}}')" = true ]; }

# Repite una orden hasta que va bien, tantas veces como se diga, una por segundo.
espera() {
  veces=$1
  shift
  while [ "$veces" -gt 0 ]; do
    if "$@" >/dev/null 2>&1; then return 0; fi
    sleep 1
    veces=$((veces - 1))
  done
  return 1
}

# Ejecuta una orden con la red de un contenedor: su localhost, sus nombres, sus caminos.
desde() {
  quien=$1
  shift
  docker run --rm --network "container:$quien" busybox:1.37 "$@" 2>/dev/null
}

# Lo que responde una dirección, vista desde un contenedor.
pide() { desde "$1" wget -q -T 3 -O - "$2"; }

# Si un texto contiene otro.
contiene() {
  case "$1" in
    *"$2"*) return 0 ;;
    *) return 1 ;;
  esac
}

termina() {
  if [ "$faltan" -eq 0 ]; then
    printf '\n%s\n%s\n' "$DEJA" 'Resuelto. Cuando quieras borrar lo que usó: sh limpia.sh'
    exit 0
  fi
  if [ "$faltan" -eq 1 ]; then printf '\nTodavía falta una cosa.'; else printf '\nTodavía faltan %s cosas.' "$faltan"; fi
  printf ' Si te atascas: sh comprueba.sh --pista 1 (hay %s, de menos a más)\n' "$PISTAS"
  exit 1
}
