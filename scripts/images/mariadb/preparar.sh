#!/bin/sh
# preparar.sh VERSION: installs MariaDB without the database that Debian would make.
set -eu
sh /comun/instalar.sh gosu pwgen tzdata xz-utils zstd "mariadb-server=$1" "mariadb-client=$1"
ln -s /usr/sbin/gosu /usr/local/bin/gosu
rm -rf /var/lib/mysql
mkdir -p /docker-entrypoint-initdb.d /var/lib/mysql /run/mysqld
chown mysql:mysql /var/lib/mysql /run/mysqld
chmod 1777 /run/mysqld
# Other containers must be able to connect, and the log is standard error.
grep -rlE '^(bind-address|log|user)' /etc/mysql | xargs -r sed -Ei 's/^(bind-address|log|user)/#&/'
printf '[mariadb]\nhost-cache-size=0\nskip-name-resolve\n' > /etc/mysql/mariadb.conf.d/05-skipcache.cnf
rm /tmp/preparar.sh
