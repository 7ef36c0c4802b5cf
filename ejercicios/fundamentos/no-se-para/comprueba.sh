if en_marcha ej-cola; then
  bien 'ej-cola está en marcha'
else
  falta 'No hay ningún contenedor ej-cola en marcha'
  termina
fi
if [ "$(dato ej-cola '{{.Config.Image}}')" = ej-cola:2 ]; then
  bien 'Sale de la imagen ej-cola:2'
else
  falta 'No sale de la imagen ej-cola:2'
fi

if [ "$(docker exec ej-cola id -u 2>/dev/null)" = 0 ]; then
  falta 'Se ejecuta como root'
else
  bien 'No se ejecuta como root'
fi

# El de los cgroups no cuenta: con cgroup v1 se comparte si nadie dice otra cosa.
espacios=$(dato ej-cola '{{.HostConfig.PidMode}} {{.HostConfig.UTSMode}} {{.HostConfig.IpcMode}} {{.HostConfig.NetworkMode}}')
if contiene "$espacios" host || [ "$(dato ej-cola '{{.HostConfig.Privileged}}')" = true ]; then
  falta 'Comparte con el anfitrión algún espacio de nombres, o tiene todos los privilegios'
else
  bien 'No comparte ningún espacio de nombres con el anfitrión'
fi

printf '… parándolo\n'
docker stop -t 5 ej-cola >/dev/null 2>&1
codigo=$(dato ej-cola '{{.State.ExitCode}}')
logs=$(docker logs ej-cola 2>&1)
docker start ej-cola >/dev/null 2>&1
if [ "$codigo" = 0 ] && contiene "$logs" 'Pendientes guardados'; then
  bien 'Al pararlo guardó lo pendiente y salió con 0'
elif [ "$codigo" = 137 ]; then
  falta 'Al pararlo murió por la fuerza: acabó con el código 137'
elif [ "$codigo" = 1 ]; then
  falta 'Al pararlo quiso guardar y no pudo guardar: acabó con el código 1; mira docker logs ej-cola'
else
  falta "Al pararlo no guardó lo pendiente: acabó con el código $codigo"
fi
