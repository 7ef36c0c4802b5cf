# Solo necesita docker y sh. No toca nada que no se llame como dicen las líneas de arriba.
ETIQUETA='docker-a-prueba.ejercicio'

if ! command -v docker >/dev/null 2>&1; then
  printf '%s\n' 'No encuentro la orden docker.' '  Cómo arreglarlo: instala Docker y abre otra terminal.' >&2
  exit 2
fi
if ! docker version >/dev/null 2>&1; then
  printf '%s\n' 'El motor de Docker no responde.' '  Cómo arreglarlo: arráncalo y mira si «docker version» contesta.' >&2
  exit 2
fi

# El ejercicio está preparado si existe su marca: un volumen vacío con su etiqueta.
esta_preparado() {
  [ -n "$(docker volume ls --quiet --filter "label=$ETIQUETA=$EJERCICIO" --filter "name=$MARCA")" ]
}

# Lo que un proyecto de Compose tiene en el motor.
contenedores_de() { docker ps --all --quiet --filter "label=com.docker.compose.project=$1"; }
redes_de() { docker network ls --quiet --filter "label=com.docker.compose.project=$1"; }
volumenes_de() { docker volume ls --quiet --filter "label=com.docker.compose.project=$1"; }
