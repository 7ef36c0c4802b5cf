#!/bin/sh
# A configuration file is served; a sub-command of registry runs it; anything else runs as it is.
set -e

case "${1:-}" in
  *.yaml | *.yml) set -- registry serve "$@" ;;
  serve | garbage-collect | help | -*) set -- registry "$@" ;;
esac
exec "$@"
