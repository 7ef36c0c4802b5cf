#!/bin/sh
# comparar.sh PID: qué espacios de nombres comparte ese proceso con esta terminal
for tipo in mnt pid net uts ipc cgroup user time; do
  aqui=$(readlink "/proc/self/ns/$tipo")
  alli=$(readlink "/proc/$1/ns/$tipo")
  if [ "$aqui" = "$alli" ]; then
    echo "$tipo: compartido"
  else
    echo "$tipo: propio"
  fi
done
