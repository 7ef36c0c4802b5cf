#!/bin/sh
# Listens on IPv6 too, if the kernel has it and nobody has changed the default site.
set -e

log() {
  if [ -z "${NGINX_ENTRYPOINT_QUIET_LOGS:-}" ]; then echo "10-listen-on-ipv6-by-default.sh: $*"; fi
}

site=/etc/nginx/conf.d/default.conf
if [ ! -f /proc/net/if_inet6 ]; then
  log 'info: ipv6 not available'
  exit 0
fi
if [ ! -f "$site" ]; then
  log "info: $site is not a file or does not exist"
  exit 0
fi
if ! touch "$site" 2>/dev/null; then
  log "info: can not modify $site (read-only file system?)"
  exit 0
fi
if grep -q 'listen  \[::\]:80;' "$site"; then
  log 'info: IPv6 listen already enabled'
  exit 0
fi
log "info: Getting the checksum of $site"
if ! md5sum --status --check /usr/share/nginx/default.conf.md5; then
  log "info: $site differs from the packaged version"
  exit 0
fi
sed -i 's/^    listen       80;$/&\n    listen  [::]:80;/' "$site"
log "info: Enabled listen on IPv6 in $site"
