if [ "$(docker exec ej-lab-base redis-cli get estudios 2>/dev/null)" = 1234 ]; then
  bien 'La base está en marcha y tiene sus 1234 estudios'
else
  falta 'La base no tiene los 1234 estudios, o no está en marcha: no hacía falta recrearla'
fi
if [ -z "$(docker port ej-lab-base 2>/dev/null)" ]; then
  bien 'La base no tiene ningún puerto publicado'
else
  falta 'La base tiene un puerto publicado: la API no lo necesita y queda a la vista'
fi

esta_en() { contiene " $(dato "$1" '{{range $red, $_ := .NetworkSettings.Networks}}{{$red}} {{end}}')" " $2 "; }
if esta_en ej-lab-base ej-lab-red; then
  bien 'La base está en ej-lab-red'
else
  falta 'La base no está en ej-lab-red'
fi

if ! en_marcha ej-lab-api; then
  falta 'No hay ningún contenedor ej-lab-api en marcha'
  termina
fi
if esta_en ej-lab-api ej-lab-red; then
  bien 'La API está en ej-lab-red'
else
  falta 'La API no está en ej-lab-red'
fi

por_dentro() { contiene "$(pide ej-lab-api http://127.0.0.1:3000/)" 'Hay '; }
if espera 5 por_dentro; then
  bien 'La API encuentra su base'
else
  falta 'La API no encuentra su base: mira qué nombre busca en api.js'
fi

abierta() {
  respuesta=$(docker run --rm --network ej-lab-red busybox:1.37 wget -T 3 -O - http://ej-lab-api:3000/ 2>&1)
  contiene "$respuesta" 'Hay ' || contiene "$respuesta" '502'
}
if espera 5 abierta; then
  bien 'La API responde a los demás de su red'
else
  falta 'La API no responde a los demás, solo a sí misma: mira en qué dirección escucha'
fi

if contiene "$(docker port ej-lab-api 3000 2>/dev/null)" ':8087'; then
  bien 'El puerto 8087 lleva al 3000 de la API'
else
  falta 'El puerto 8087 no lleva al 3000 de la API'
fi
