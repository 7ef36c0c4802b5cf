#!/bin/sh
# preparar.sh VERSION: installs Debian's Apache and lays it out under $HTTPD_PREFIX as a build from source would.
set -eu
sh /comun/instalar.sh "apache2-bin=$1" apache2-utils ca-certificates media-types
mkdir -p bin cgi-bin conf/extra error htdocs icons logs
ln -s /usr/lib/apache2/modules modules
ln -s /etc/mime.types conf/mime.types
cp /tmp/httpd/httpd.conf conf/httpd.conf
# The program looks for its configuration where Debian has it, and calls itself as it is called.
mkdir -p /etc/apache2
ln -sf "$HTTPD_PREFIX/conf/httpd.conf" /etc/apache2/apache2.conf
ln -s /usr/sbin/apache2 bin/httpd
for tool in ab htdbm htdigest htpasswd logresolve rotatelogs; do
  ln -s "$(command -v $tool)" bin/$tool
done
echo '<html><body><h1>It works!</h1></body></html>' > htdocs/index.html
chown -R www-data:www-data htdocs logs
rm -rf /tmp/httpd
