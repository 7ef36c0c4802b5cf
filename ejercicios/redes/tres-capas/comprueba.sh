if en_marcha ej-clinica-web && en_marcha ej-clinica-api && en_marcha ej-clinica-base; then
  bien 'Los tres contenedores están en marcha'
else
  falta 'No están en marcha los tres contenedores: ej-clinica-web, ej-clinica-api y ej-clinica-base'
  termina
fi

web_a_api() { pide ej-clinica-web http://ej-clinica-api/; }
if espera 5 web_a_api; then
  bien 'La web encuentra a la API por su nombre'
else
  falta 'La web no encuentra a la API por su nombre'
fi

# Si quien pregunta llega al Redis de una dirección.
llega_a_redis() {
  contiene "$(printf 'PING\r\nQUIT\r\n' | docker run --rm -i --network "container:$1" busybox:1.37 nc -w 3 "$2" 6379 2>/dev/null)" PONG
}
if espera 5 llega_a_redis ej-clinica-api ej-clinica-base; then
  bien 'La API encuentra a la base por su nombre'
else
  falta 'La API no encuentra a la base por su nombre'
fi

llega=no
for direccion in ej-clinica-base $(dato ej-clinica-base '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}'); do
  if llega_a_redis ej-clinica-web "$direccion"; then llega=$direccion; fi
done
if [ "$llega" = no ]; then
  bien 'La web no llega a la base, ni por su nombre ni por su dirección'
else
  falta "La web llega a la base por «$llega»"
fi

if contiene "$(docker port ej-clinica-web 80 2>/dev/null)" ':8088'; then
  bien 'El puerto 8088 lleva a la web'
else
  falta 'El puerto 8088 no lleva al 80 de la web'
fi
publicados=$(dato ej-clinica-api '{{len .HostConfig.PortBindings}}')$(dato ej-clinica-base '{{len .HostConfig.PortBindings}}')
if [ "$publicados" = 00 ]; then
  bien 'Ni la API ni la base tienen puertos publicados'
else
  falta 'Solo la web debe tener un puerto publicado, y la API o la base tienen otro'
fi

abiertas=''
for red in $(dato ej-clinica-base '{{range .NetworkSettings.Networks}}{{.NetworkID}} {{end}}'); do
  if [ "$(docker network inspect --format '{{.Internal}}' "$red")" != true ]; then
    abiertas="$abiertas $(docker network inspect --format '{{.Name}}' "$red")"
  fi
done
if [ -z "$abiertas" ]; then
  bien 'La base solo está en redes internas: no sale a Internet'
else
  falta "La base puede salir a Internet: no es interna la red$abiertas"
fi
