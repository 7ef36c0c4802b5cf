#!/bin/bash
# Creates a database the first time, from variables and scripts, and becomes the server.
set -Eeuo pipefail

# take NAME [DEFAULT]: the value of NAME, or what is in the file that NAME_FILE names, ends up in NAME.
take() {
  local name=$1 file=${1}_FILE
  if [ -n "${!name:-}" ] && [ -n "${!file:-}" ]; then
    echo >&2 "error: both $name and $file are set (but are exclusive)"
    exit 1
  fi
  if [ -n "${!file:-}" ]; then
    export "$name=$(< "${!file}")"
  else
    export "$name=${!name:-${2:-}}"
  fi
  unset "$file"
}

# Only a server needs a database: `postgres --version` and other programs do not.
wants_server() {
  [ "${1:-}" = postgres ] || return 1
  local argument
  for argument; do
    case "$argument" in
      -'?' | --help | --describe-config | -V | --version) return 1 ;;
    esac
  done
}

own_folders() {
  mkdir -p "$PGDATA" /var/run/postgresql
  chmod 0700 "$PGDATA" || :
  chmod 3775 /var/run/postgresql || :
  if [ "$(id -u)" = 0 ]; then
    find "$PGDATA" /var/run/postgresql \! -user postgres -exec chown postgres '{}' +
  fi
}

require_password() {
  if [ -n "$POSTGRES_PASSWORD" ] || [ "${POSTGRES_HOST_AUTH_METHOD:-}" = trust ]; then return; fi
  cat >&2 <<'FIN'
Error: Database is uninitialized and superuser password is not specified.
       You must specify POSTGRES_PASSWORD to a non-empty value for the
       superuser. For example, "-e POSTGRES_PASSWORD=password" on "docker run".

       You may also use "POSTGRES_HOST_AUTH_METHOD=trust" to allow all
       connections without a password. This is *not* recommended.

       See PostgreSQL documentation about "trust":
       https://www.postgresql.org/docs/current/auth-trust.html
FIN
  exit 1
}

# Since 18 the data live in a folder of their version. A mount at the old place would stay empty, or be ignored.
refuse_old_layout() {
  [ "$PG_MAJOR" -ge 18 ] || return 0
  local folder found=()
  for folder in /var/lib/postgresql /var/lib/postgresql/data /var/lib/postgresql/*/docker; do
    if [ -s "$folder/PG_VERSION" ]; then found+=("$folder"); fi
  done
  if [ ${#found[@]} -eq 0 ] && mountpoint -q /var/lib/postgresql/data; then
    found+=('/var/lib/postgresql/data (unused mount/volume)')
  fi
  [ ${#found[@]} -gt 0 ] || return 0
  cat >&2 <<FIN
Error: in 18+, these Docker images are configured to store database data in a
       format which is compatible with "pg_ctlcluster" (specifically, using
       major-version-specific directory names).  This better reflects how
       PostgreSQL itself works, and how upgrades are to be performed.

       See also https://github.com/docker-library/postgres/pull/1259

       Counter to that, there appears to be PostgreSQL data in:
         ${found[*]}

       This is usually the result of upgrading the Docker image without
       upgrading the underlying database using "pg_upgrade" (which requires both
       versions).

       The suggested container configuration for 18+ is to place a single mount
       at /var/lib/postgresql which will then place PostgreSQL data in a
       subdirectory, allowing usage of "pg_upgrade --link" without mount point
       boundary issues.

       See https://github.com/docker-library/postgres/issues/37 for a (long)
       discussion around this process, and suggestions for how to do so.
FIN
  exit 1
}

create_cluster() {
  eval 'initdb --username="$POSTGRES_USER" --pwfile=<(printf "%s\n" "$POSTGRES_PASSWORD") '"$POSTGRES_INITDB_ARGS"
  local method=${POSTGRES_HOST_AUTH_METHOD:-$(postgres -C password_encryption -D "$PGDATA")}
  printf '\nhost all all all %s\n' "$method" >> "$PGDATA/pg_hba.conf"
}

sql() {
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --no-password --no-psqlrc "$@"
}

run_scripts() {
  local file
  printf '\n'
  for file in /docker-entrypoint-initdb.d/*; do
    case "$file" in
      *.sh)
        if [ -x "$file" ]; then
          printf '%s: running %s\n' "$0" "$file"
          "$file"
        else
          printf '%s: sourcing %s\n' "$0" "$file"
          . "$file"
        fi
        ;;
      *.sql) printf '%s: running %s\n' "$0" "$file" && sql --dbname "$POSTGRES_DB" -f "$file" ;;
      *.sql.gz) printf '%s: running %s\n' "$0" "$file" && gunzip -c "$file" | sql --dbname "$POSTGRES_DB" ;;
      *.sql.xz) printf '%s: running %s\n' "$0" "$file" && xzcat "$file" | sql --dbname "$POSTGRES_DB" ;;
      *.sql.zst) printf '%s: running %s\n' "$0" "$file" && zstd -dc "$file" | sql --dbname "$POSTGRES_DB" ;;
      '/docker-entrypoint-initdb.d/*') ;;
      *) printf '%s: ignoring %s\n' "$0" "$file" ;;
    esac
    printf '\n'
  done
}

# The scripts talk to a server that listens on no network, so nobody mistakes it for the one to come.
initialize() {
  create_cluster
  export PGPASSWORD=${PGPASSWORD:-$POSTGRES_PASSWORD}
  PGUSER=$POSTGRES_USER pg_ctl -D "$PGDATA" -o "$(printf '%q ' -c listen_addresses='' -p 5432 "${@:2}")" -w start
  if [ "$POSTGRES_DB" != postgres ]; then
    sql --dbname postgres -v db="$POSTGRES_DB" <<< 'CREATE DATABASE :"db" ;'
  fi
  run_scripts
  PGUSER=$POSTGRES_USER pg_ctl -D "$PGDATA" -m fast -w stop
  unset PGPASSWORD
  printf '\nPostgreSQL init process complete; ready for start up.\n\n'
}

case "${1:-}" in
  -*) set -- postgres "$@" ;;
esac
if wants_server "$@"; then
  own_folders
  if [ "$(id -u)" = 0 ]; then exec gosu postgres "$BASH_SOURCE" "$@"; fi
  if [ -s "$PGDATA/PG_VERSION" ]; then
    printf '\nPostgreSQL Database directory appears to contain a database; Skipping initialization\n\n'
  else
    take POSTGRES_PASSWORD
    take POSTGRES_USER postgres
    take POSTGRES_DB "$POSTGRES_USER"
    take POSTGRES_INITDB_ARGS
    require_password
    refuse_old_layout
    initialize "$@"
  fi
fi
exec "$@"
