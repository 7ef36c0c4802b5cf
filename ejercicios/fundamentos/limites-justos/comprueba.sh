if ! en_marcha ej-reconstructor; then
  codigo=$(dato ej-reconstructor '{{.State.ExitCode}}')
  if [ -n "$codigo" ]; then
    falta "ej-reconstructor no está en marcha: acabó con el código $codigo"
  else
    falta 'No existe ningún contenedor ej-reconstructor'
  fi
  termina
fi
if [ "$(dato ej-reconstructor '{{.Config.Image}}')" = ej-reconstructor:1 ]; then
  bien 'ej-reconstructor está en marcha'
else
  falta 'ej-reconstructor no sale de la imagen ej-reconstructor:1'
fi

memoria=$(dato ej-reconstructor '{{.HostConfig.Memory}}')
if [ "${memoria:-0}" -eq 0 ]; then
  falta 'No tiene límite de memoria'
elif [ "$memoria" -gt 134217728 ]; then
  falta "Su límite de memoria pasa de 128 MiB: son $((memoria / 1048576))"
else
  bien "No puede usar más de $((memoria / 1048576)) MiB de memoria"
fi

# Milésimas de procesador: con --cpus, o con --cpu-quota y --cpu-period.
milesimas=$(dato ej-reconstructor '{{.HostConfig.NanoCpus}}')
milesimas=$((${milesimas:-0} / 1000000))
cuota=$(dato ej-reconstructor '{{.HostConfig.CpuQuota}}')
periodo=$(dato ej-reconstructor '{{.HostConfig.CpuPeriod}}')
if [ "$milesimas" -eq 0 ] && [ "${cuota:-0}" -gt 0 ]; then
  if [ "${periodo:-0}" -eq 0 ]; then periodo=100000; fi
  milesimas=$((cuota * 1000 / periodo))
fi
if [ "$milesimas" -eq 0 ]; then
  falta 'No tiene límite de CPU'
elif [ "$milesimas" -gt 500 ]; then
  falta "Su límite de CPU pasa de medio procesador: son $milesimas milésimas"
else
  bien "No puede usar más de $milesimas milésimas de procesador"
fi

procesos=$(dato ej-reconstructor '{{if .HostConfig.PidsLimit}}{{.HostConfig.PidsLimit}}{{else}}0{{end}}')
if [ "${procesos:-0}" -le 0 ]; then
  falta 'No tiene límite de procesos'
elif [ "$procesos" -gt 20 ]; then
  falta "Su límite de procesos pasa de 20: son $procesos"
else
  bien "No puede tener más de $procesos procesos"
fi

# Con los límites puestos, tiene que acabar un estudio desde ahora.
hechos() { docker exec ej-reconstructor cat /tmp/hechos 2>/dev/null || printf '0\n'; }
antes=$(hechos)
otro_mas() { [ "$(hechos)" -gt "$antes" ]; }
printf '… esperando a que acabe un estudio\n'
if espera 30 otro_mas; then
  bien 'Ha terminado un estudio con los límites puestos'
elif en_marcha ej-reconstructor; then
  falta 'Está en marcha, pero en medio minuto no ha terminado ningún estudio'
else
  falta "Murió al reconstruir: acabó con el código $(dato ej-reconstructor '{{.State.ExitCode}}')"
fi
