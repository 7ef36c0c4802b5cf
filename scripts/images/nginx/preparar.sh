#!/bin/sh
# preparar.sh VERSION: installs Debian's nginx and lays its files out as the official image does.
set -eu
groupadd --system --gid 101 nginx
useradd --system --gid nginx --no-create-home --home-dir /nonexistent --comment 'nginx user' \
  --shell /bin/false --uid 101 nginx
sh /comun/instalar.sh --forky "nginx=$1" curl gettext-base
rm -rf /etc/nginx/sites-* /etc/nginx/snippets /etc/nginx/modules-* /etc/nginx/conf.d /var/www
mkdir -p /etc/nginx/conf.d /etc/nginx/templates /var/cache/nginx
rmdir /etc/nginx/templates
cp /tmp/nginx/nginx.conf /etc/nginx/nginx.conf
cp /tmp/nginx/default.conf /etc/nginx/conf.d/default.conf
cp /tmp/nginx/50x.html /usr/share/nginx/html/50x.html
md5sum /etc/nginx/conf.d/default.conf > /usr/share/nginx/default.conf.md5
# Logs of a container are its standard streams.
ln -sf /dev/stdout /var/log/nginx/access.log
ln -sf /dev/stderr /var/log/nginx/error.log
rm -rf /tmp/nginx
