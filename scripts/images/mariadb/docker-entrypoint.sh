#!/bin/bash
# Creates a database the first time, from variables and scripts, and becomes the server.
set -eo pipefail

DATA=/var/lib/mysql
SOCKET=/run/mysqld/mysqld.sock

log() {
  printf '%s [%s] [Entrypoint]: %s\n' "$(date --rfc-3339=seconds)" "$1" "$2"
}

# setting NAME: the value of MARIADB_NAME or MYSQL_NAME, or what is in the file that one of them with _FILE names.
setting() {
  local prefix name file
  for prefix in MARIADB MYSQL; do
    name=${prefix}_$1
    file=${name}_FILE
    if [ -n "${!name:-}" ] && [ -n "${!file:-}" ]; then
      log ERROR "Both $name and $file are set (but are exclusive)" >&2
      exit 1
    fi
    if [ -n "${!name:-}" ]; then
      printf %s "${!name}"
      return
    elif [ -n "${!file:-}" ]; then
      cat "${!file}"
      return
    fi
  done
}

literal() {
  sed "s/\\\\/\\\\\\\\/g; s/'/\\\\'/g" <<< "$1"
}

# Only a server needs a database: `mariadbd --version` and other programs do not.
wants_server() {
  [ "${1:-}" = mariadbd ] || [ "${1:-}" = mysqld ] || return 1
  local argument
  for argument; do
    case "$argument" in
      -'?' | --help | -V | --version | --print-defaults) return 1 ;;
    esac
  done
}

require_password() {
  ROOT_PASSWORD=$(setting ROOT_PASSWORD)
  ROOT_HASH=$(setting ROOT_PASSWORD_HASH)
  local empty random
  empty=$(setting ALLOW_EMPTY_ROOT_PASSWORD)$(setting ALLOW_EMPTY_PASSWORD)
  random=$(setting RANDOM_ROOT_PASSWORD)
  if [ -z "$ROOT_PASSWORD$ROOT_HASH$empty$random" ]; then
    log ERROR 'Database is uninitialized and password option is not specified
    You need to specify one of MARIADB_ROOT_PASSWORD, MARIADB_ROOT_PASSWORD_HASH, MARIADB_ALLOW_EMPTY_ROOT_PASSWORD and MARIADB_RANDOM_ROOT_PASSWORD' >&2
    exit 1
  fi
  if [ -n "$random" ]; then
    ROOT_PASSWORD=$(pwgen --numerals --capitalize --symbols --remove-chars="'\\" -1 32)
    log Note "GENERATED ROOT PASSWORD: $ROOT_PASSWORD"
  fi
}

start_temporary_server() {
  log Note 'Starting temporary server'
  "$@" --skip-networking --socket="$SOCKET" --wsrep_on=OFF --loose-innodb_buffer_pool_load_at_startup=0 &
  SERVER=$!
  until mariadb --no-defaults -uroot --socket="$SOCKET" -e 'SELECT 1' > /dev/null 2>&1; do
    kill -0 "$SERVER" || { log ERROR 'Unable to start server.' >&2; exit 1; }
    sleep 0.1
  done
  log Note 'Temporary server started.'
}

create_accounts() {
  local identified user password host secret
  identified="BY '$(literal "$ROOT_PASSWORD")'"
  if [ -n "$ROOT_HASH" ]; then identified="BY PASSWORD '$ROOT_HASH'"; fi
  user=$(setting USER)
  password=$(setting PASSWORD)
  DATABASE=$(setting DATABASE)
  secret=$(pwgen -1 32)
  {
    # The new database has a root for each name of this machine, without a password.
    echo "DROP USER IF EXISTS 'root'@'127.0.0.1', 'root'@'::1';"
    echo "EXECUTE IMMEDIATE CONCAT('DROP USER IF EXISTS root@\\'', @@hostname, '\\'');"
    echo "ALTER USER 'root'@'localhost' IDENTIFIED $identified;"
    host=$(setting ROOT_HOST)
    if [ "${host:=%}" != localhost ]; then
      echo "CREATE USER 'root'@'$host' IDENTIFIED $identified;"
      echo "GRANT ALL ON *.* TO 'root'@'$host' WITH GRANT OPTION;"
    fi
    for host in 127.0.0.1 ::1 localhost; do
      echo "CREATE USER 'healthcheck'@'$host' IDENTIFIED BY '$secret';"
      echo "GRANT USAGE ON *.* TO 'healthcheck'@'$host';"
    done
    if [ -n "$DATABASE" ]; then echo "CREATE DATABASE IF NOT EXISTS \`$DATABASE\`;"; fi
    if [ -n "$user" ]; then
      echo "CREATE USER '$user'@'%' IDENTIFIED BY '$(literal "$password")';"
      if [ -n "$DATABASE" ]; then echo "GRANT ALL ON \`${DATABASE//_/\\_}\`.* TO '$user'@'%';"; fi
    fi
  } | mariadb --no-defaults -uroot --socket="$SOCKET"
  (
    umask 077
    printf '[mariadb-client]\nport=3306\nsocket=%s\nuser=healthcheck\npassword=%s\n' "$SOCKET" "$secret" \
      > "$DATA/.my-healthcheck.cnf"
  )
}

sql() {
  MYSQL_PWD=$ROOT_PASSWORD mariadb -uroot --socket="$SOCKET" ${DATABASE:+--database="$DATABASE"}
}

run_scripts() {
  local file
  echo
  for file in /docker-entrypoint-initdb.d/*; do
    case "$file" in
      *.sh)
        if [ -x "$file" ]; then
          log Note "$0: running $file"
          "$file"
        else
          log Note "$0: sourcing $file"
          . "$file"
        fi
        ;;
      *.sql) log Note "$0: running $file" && sql < "$file" ;;
      *.sql.gz) log Note "$0: running $file" && gunzip -c "$file" | sql ;;
      *.sql.xz) log Note "$0: running $file" && xzcat "$file" | sql ;;
      *.sql.zst) log Note "$0: running $file" && zstd -dc "$file" | sql ;;
      '/docker-entrypoint-initdb.d/*') ;;
      *) log Warn "$0: ignoring $file" ;;
    esac
    echo
  done
}

initialize() {
  require_password
  log Note 'Initializing database files'
  mariadb-install-db --datadir="$DATA" --rpm --auth-root-authentication-method=normal --skip-test-db \
    --old-mode='UTF8_IS_UTF8MB3' --default-time-zone=SYSTEM --enforce-storage-engine= --skip-log-bin > /dev/null
  log Note 'Database files initialized'
  # The scripts talk to a server that listens on no network, so nobody mistakes it for the one to come.
  start_temporary_server "$@"
  create_accounts
  run_scripts
  log Note 'Stopping temporary server'
  kill "$SERVER"
  wait "$SERVER"
  log Note 'Temporary server stopped'
  echo
  log Note 'MariaDB init process done. Ready for start up.'
  echo
}

case "${1:-}" in
  -*) set -- mariadbd "$@" ;;
esac
if wants_server "$@"; then
  log Note "Entrypoint script for MariaDB Server $MARIADB_VERSION started."
  if [ "$(id -u)" = 0 ]; then
    mkdir -p "$DATA"
    find "$DATA" /run/mysqld \! -user mysql -exec chown mysql: '{}' +
    log Note "Switching to dedicated user 'mysql'"
    exec gosu mysql "$0" "$@"
  fi
  if [ ! -d "$DATA/mysql" ]; then initialize "$@"; fi
fi
exec "$@"
