#!/bin/sh
# dentro.sh ORDEN…: el PID 1 se prepara la casa y se convierte en la orden
set -eu

# region: raiz
mount -t tmpfs tmpfs /mnt
mkdir /mnt/cambios /mnt/trabajo /mnt/raiz
mount -t overlay overlay /mnt/raiz \
  -o lowerdir="$PWD/imagen",upperdir=/mnt/cambios,workdir=/mnt/trabajo
cd /mnt/raiz
mkdir vieja
pivot_root . vieja
# endregion

# region: casa
mount -t proc proc /proc
umount -l /vieja
rmdir /vieja
ip link set lo up
hostname caja
exec "$@"
# endregion
