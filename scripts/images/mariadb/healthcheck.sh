#!/bin/bash
# healthcheck.sh [--connect] [--innodb_initialized] [--su-mysql]…: every test that is named must pass.
set -eo pipefail

query() {
  mariadb --defaults-file=/var/lib/mysql/.my-healthcheck.cnf --skip-column-names "$@"
}

# Over TCP, so that the temporary server of the first start does not count.
connect() {
  query --host=localhost --protocol=tcp --execute 'SELECT 1' > /dev/null 2>&1
}

innodb_initialized() {
  local supported
  supported=$(query --execute "SELECT 1 FROM information_schema.ENGINES
    WHERE engine = 'innodb' AND support IN ('YES', 'DEFAULT', 'ENABLED')" 2> /dev/null)
  [ "$supported" = 1 ]
}

if [ $# -eq 0 ]; then
  echo 'healthcheck.sh: no tests given' >&2
  exit 1
fi
for argument; do
  case "$argument" in
    --connect) connect ;;
    --innodb_initialized) innodb_initialized ;;
    --su-mysql | --no-defaults) ;;
    *)
      echo "healthcheck.sh: unknown option $argument" >&2
      exit 1
      ;;
  esac
done
