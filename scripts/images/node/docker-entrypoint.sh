#!/bin/sh
# What is not a command is an argument of node: an option, or a script that cannot run by itself.
set -e

case "${1:-}" in
  -*) set -- node "$@" ;;
  *)
    if ! command -v "${1:-}" >/dev/null 2>&1 || { [ -f "$1" ] && [ ! -x "$1" ]; }; then set -- node "$@"; fi
    ;;
esac
exec "$@"
