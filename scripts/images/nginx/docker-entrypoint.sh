#!/bin/sh
# Configures nginx with what is in /docker-entrypoint.d and becomes the command that it is given.
set -e

log() {
  if [ -z "${NGINX_ENTRYPOINT_QUIET_LOGS:-}" ]; then echo "$0: $*"; fi
}

configure() {
  if [ -z "$(find /docker-entrypoint.d/ -mindepth 1 -maxdepth 1 -type f -print -quit 2>/dev/null)" ]; then
    log 'No files found in /docker-entrypoint.d/, skipping configuration'
    return
  fi
  log '/docker-entrypoint.d/ is not empty, will attempt to perform configuration'
  log 'Looking for shell scripts in /docker-entrypoint.d/'
  for file in $(find /docker-entrypoint.d/ -follow -type f | sort -V); do
    case "$file" in
      *.sh | *.envsh)
        if [ ! -x "$file" ]; then
          log "Ignoring $file, not executable"
        elif [ "${file%.envsh}" != "$file" ]; then
          log "Sourcing $file"
          . "$file"
        else
          log "Launching $file"
          "$file"
        fi
        ;;
      *) log "Ignoring $file" ;;
    esac
  done
  log 'Configuration complete; ready for start up'
}

case "${1:-}" in
  nginx | nginx-debug) configure ;;
esac
exec "$@"
