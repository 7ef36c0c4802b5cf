#!/bin/sh
# personalizar.sh ROOT: last touches inside the new system (mmdebstrap runs it as its customize hook).
# Environment: FOLDER with our files, SOURCES with the text of apt's sources, CERTIFICATES with more CAs.
set -eu
root=$1
rm -f "$root"/etc/apt/sources.list "$root"/etc/apt/sources.list.d/* "$root"/etc/dpkg/dpkg.cfg.d/99mmdebstrap
printf '%s' "$SOURCES" > "$root/etc/apt/sources.list.d/debian.sources"
cp "$FOLDER/dpkg.cfg" "$root/etc/dpkg/dpkg.cfg.d/docker"
printf 'force-unsafe-io\n' > "$root/etc/dpkg/dpkg.cfg.d/docker-apt-speedup"
cp "$FOLDER/apt.conf" "$root/etc/apt/apt.conf.d/docker"
# Only behind a proxy that opens TLS: its certificates, as Debian expects them, for whoever installs
# ca-certificates later. There is no bundle in the slim image, so none is made here.
if [ -n "$CERTIFICATES" ]; then
  mkdir -p "$root/usr/local/share/ca-certificates"
  cp "$CERTIFICATES"/*.crt "$root/usr/local/share/ca-certificates/"
fi
rm -rf "$root"/var/lib/apt/lists/* "$root"/var/log/apt "$root"/var/log/*.log "$root"/var/cache/ldconfig/aux-cache \
  "$root"/var/cache/apt/*.bin "$root"/var/cache/debconf/*-old "$root"/var/lib/dpkg/*-old "$root"/etc/machine-id
printf '' > "$root/etc/machine-id"
printf '' > "$root/etc/resolv.conf"
rm -f "$root/etc/hostname"
