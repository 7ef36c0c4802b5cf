#!/bin/sh
# preparar.sh [--forky] PACKAGE=VERSION: installs PostgreSQL without the cluster that Debian would make.
set -eu
suite=
if [ "$1" = --forky ]; then
  suite=$1
  shift
fi
mkdir -p /etc/postgresql-common
echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf
# shellcheck disable=SC2086
sh /comun/instalar.sh $suite -o Dpkg::Options::=--force-confold gosu less libnss-wrapper locales postgresql-common \
  xz-utils zstd "$1"
localedef -i en_US -c -f UTF-8 en_US.UTF-8
ln -s /usr/sbin/gosu /usr/local/bin/gosu
# Other containers must be able to connect.
sed -ri "s/^#?(listen_addresses)\s*=.*/\1 = '*'/" "/usr/share/postgresql/$PG_MAJOR/postgresql.conf.sample"
install --directory --owner postgres --group postgres --mode 3777 /var/run/postgresql
mkdir /docker-entrypoint-initdb.d
rm /tmp/preparar.sh
