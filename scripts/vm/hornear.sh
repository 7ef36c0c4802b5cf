#!/bin/sh
# hornear.sh SYSTEM TARGET: makes the disk from the files of SYSTEM, boots it until its engine answers, and leaves in
# TARGET the disk and the state of the machine at that very moment.
set -eu
system=$1
target=$2
mkdir -p "$target" /tmp/initramfs/bin /tmp/initramfs/dev /tmp/initramfs/raiz
cp "$system/boot/vmlinuz" "$target/vmlinuz"

cp /bin/busybox /tmp/initramfs/bin/busybox
install -m 755 /usr/local/bin/initramfs-init /tmp/initramfs/init
xz -dc "$system"/usr/lib/modules/*/kernel/drivers/block/virtio_blk.ko.xz > /tmp/initramfs/virtio_blk.ko
(cd /tmp/initramfs && find . | cpio --quiet -o -H newc) > "$target/initramfs"

truncate -s 12G /tmp/disco
# No journal: nobody mends this disk after a power cut.
mke2fs -q -t ext4 -O ^has_journal -m 0 -d "$system" /tmp/disco
qemu-img convert -q -O qcow2 /tmp/disco "$target/disco"
rm /tmp/disco

vm-qemu "$target/disco" &
machine=$!
until [ -p /run/vm/terminal.5.out ]; do sleep 0.1; done
# Opened for both, so that this neither blocks nor ends when the machine dies.
exec 3<> /run/vm/aviso.out
if ! timeout 600 head -n 1 <&3; then
  echo 'La máquina virtual no ha arrancado:' >&2
  cat /run/vm/consola.log >&2
  exit 1
fi
printf 'migrate file:%s/estado\nquit\n' "$target" > /run/vm/monitor.in
wait "$machine"
mkdir -p /run/sandbox
mkfifo /run/sandbox/lease
rm -rf /run/vm/consola.log /tmp/initramfs
ls -lh "$target"
