if docker image inspect ej-anotador:1 >/dev/null 2>&1; then
  bien 'Existe la imagen ej-anotador:1'
else
  falta 'No existe la imagen ej-anotador:1'
fi

if en_marcha ej-anotador; then
  bien 'El contenedor ej-anotador está en marcha'
else
  falta 'No hay ningún contenedor ej-anotador en marcha'
  termina
fi

montajes=$(dato ej-anotador '{{range .Mounts}}{{.Type}}:{{.Name}}:{{.Destination}} {{end}}')
if [ "$(dato ej-anotador '{{.Config.Image}}')" = ej-anotador:1 ] && ! contiene "$montajes" 'bind:'; then
  bien 'El contenedor sale de tu imagen y no necesita ninguna carpeta tuya'
else
  falta 'El contenedor no sale de tu imagen ej-anotador:1, o toma archivos de una carpeta tuya'
fi

if contiene "$(docker port ej-anotador 3000 2>/dev/null)" ':8086'; then
  bien 'El puerto 8086 lleva al 3000 del contenedor'
else
  falta 'El puerto 8086 de tu equipo no lleva al 3000 del contenedor'
fi

if contiene "$montajes" 'volume:ej-anotador-datos:/datos '; then
  bien 'El volumen ej-anotador-datos está montado donde el programa escribe'
else
  falta 'El volumen ej-anotador-datos no está montado en /datos, donde el programa escribe'
  termina
fi

yo=$(dato ej-anotador '{{.Config.Hostname}}')
de_antes=''
while read -r quien estudio; do
  if [ -n "$estudio" ] && [ "$quien" != "$yo" ]; then de_antes=$estudio; fi
done <<FIN
$(docker exec ej-anotador cat /datos/estudios.txt 2>/dev/null)
FIN
if [ -n "$de_antes" ]; then
  bien "«$de_antes» lo apuntó un contenedor anterior: los datos le sobrevivieron"
else
  falta 'Todo lo apuntado lo escribió el contenedor de ahora, o no hay nada: demuestra que los datos sobreviven a uno'
fi
