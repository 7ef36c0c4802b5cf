de() {
  docker ps --quiet --filter 'label=com.docker.compose.project=ej-visor-roto' \
    --filter "label=com.docker.compose.service=$1"
}
web=$(de web)
api=$(de api)
almacen=$(de almacen)

if [ -n "$web" ] && [ -n "$api" ] && [ -n "$almacen" ]; then
  bien 'Los tres servicios están en marcha'
else
  falta 'No están en marcha los tres servicios: web, api y almacen'
  termina
fi

if contiene "$(docker port "$web" 80 2>/dev/null)" ':8085' && contiene "$(pide "$web" http://localhost/)" 'Visor'; then
  bien 'El puerto 8085 lleva a la página del visor'
else
  falta 'El puerto 8085 no lleva al puerto en el que nginx escucha'
fi

cuenta() { contiene "$(pide "$web" http://api:3000/)" 'Estudios apuntados'; }
if espera 10 cuenta; then
  bien 'La API llega a su almacén'
else
  falta 'La API no llega a su almacén: pídele http://localhost:8085/api/ y lee a quién busca'
fi

if contiene "$(dato "$almacen" '{{range .Mounts}}{{.Name}}:{{.Destination}} {{end}}')" 'ej-visor-roto_datos:/data '; then
  bien 'Lo que guarda Redis está en el volumen «datos»'
else
  falta 'El volumen «datos» no está donde Redis guarda: al recrear el contenedor, la cuenta vuelve a empezar'
fi

if [ -z "$(docker port "$api")$(docker port "$almacen")" ]; then
  bien 'Solo web tiene un puerto publicado'
else
  falta 'api o almacen tienen un puerto publicado, y solo hace falta el de web'
fi
