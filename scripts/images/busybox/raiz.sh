#!/bin/sh
# raiz.sh ROOT: lays out a minimal system around one static busybox.
set -eu
root=$1
mkdir -p "$root/bin" "$root/dev" "$root/etc" "$root/home" "$root/lib" "$root/proc" "$root/root" "$root/sys" \
  "$root/tmp" "$root/usr/bin" "$root/usr/sbin" "$root/var/spool/mail" "$root/var/www"
cp "$(command -v busybox)" "$root/bin/busybox"
# One hard link for each applet, as upstream: `ls -l /bin` shows the same inode hundreds of times.
for applet in $("$root/bin/busybox" --list); do
  [ "$applet" = busybox ] || ln "$root/bin/busybox" "$root/bin/$applet"
done
ln -s ../../bin/env "$root/usr/bin/env"
chmod 1777 "$root/tmp"
chmod 0700 "$root/root"
cat > "$root/etc/passwd" <<FIN
root:x:0:0:root:/root:/bin/sh
daemon:x:1:1:daemon:/usr/sbin:/bin/false
bin:x:2:2:bin:/bin:/bin/false
sys:x:3:3:sys:/dev:/bin/false
sync:x:4:100:sync:/bin:/bin/sync
mail:x:8:8:mail:/var/spool/mail:/bin/false
www-data:x:33:33:www-data:/var/www:/bin/false
operator:x:37:37:Operator:/var:/bin/false
nobody:x:65534:65534:nobody:/home:/bin/false
FIN
cat > "$root/etc/group" <<FIN
root:x:0:
daemon:x:1:
bin:x:2:
sys:x:3:
adm:x:4:
tty:x:5:
disk:x:6:
mail:x:8:
www-data:x:33:
operator:x:37:
users:x:100:
nobody:x:65534:
FIN
printf 'root:*:::::::\n' > "$root/etc/shadow"
chmod 0600 "$root/etc/shadow"
printf 'localhost\n' > "$root/etc/hostname"
