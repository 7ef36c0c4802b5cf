#!/bin/sh
# The client's entry point: a sub-command or an option of docker runs docker, which talks to a host called «docker».
set -eu

case "${1:-}" in
  -*) set -- docker "$@" ;;
  *) if [ -n "${1:-}" ] && docker help "$1" > /dev/null 2>&1; then set -- docker "$@"; fi ;;
esac
if [ -z "${DOCKER_HOST:-}" ] && [ ! -S /var/run/docker.sock ]; then
  if [ -n "${DOCKER_TLS_CERTDIR:-}" ] && [ -s "$DOCKER_TLS_CERTDIR/client/ca.pem" ]; then
    export DOCKER_HOST=tcp://docker:2376 DOCKER_TLS_VERIFY=1 DOCKER_CERT_PATH="$DOCKER_TLS_CERTDIR/client"
  else
    export DOCKER_HOST=tcp://docker:2375
  fi
fi
if [ $# -eq 0 ]; then set -- sh; fi
exec "$@"
