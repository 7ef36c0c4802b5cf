#!/bin/sh
# fuera.sh ORDEN…: lo que se hace desde el anfitrión antes de entrar
set -eu

# region: limite
grupo=/sys/fs/cgroup/caja             # cgroup v2
if [ -d /sys/fs/cgroup/pids ]; then
  grupo=/sys/fs/cgroup/pids/caja      # cgroup v1
fi
mkdir -p $grupo
echo 20 > $grupo/pids.max
echo $$ > $grupo/cgroup.procs         # lo que nazca de este proceso, dentro
# endregion

# region: espacios
exec unshare --mount --uts --ipc --net --pid --cgroup --fork \
  sh dentro.sh "$@"
# endregion
