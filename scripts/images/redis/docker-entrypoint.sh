#!/bin/sh
# Options or a configuration file go to redis-server, which owns its data and does not run as root.
set -e

case "${1:-}" in
  -* | *.conf) set -- redis-server "$@" ;;
esac
if [ "$1" = redis-server ] && [ "$(id -u)" = 0 ]; then
  find . \! -user redis -exec chown redis '{}' +
  exec gosu redis "$0" "$@"
fi
# What Redis writes is nobody else's business, unless somebody chose another mask.
if [ "$(umask)" = 0022 ]; then umask 0077; fi
exec "$@"
