#!/bin/sh
# preparar.sh VERSION: installs Debian's Python and gives it the names and the freedom of a Python built in /usr/local.
set -eu
sh /comun/instalar.sh ca-certificates netbase tzdata "python3.13=$1" python3-pip python3-venv
# In an image there is no system whose packages pip could break.
rm -f /usr/lib/python3*/EXTERNALLY-MANAGED
for name in python python3 python3.13; do ln -s /usr/bin/python3.13 "/usr/local/bin/$name"; done
for name in pip pip3 pip3.13; do ln -s /usr/bin/pip3 "/usr/local/bin/$name"; done
for name in pydoc pydoc3; do ln -s /usr/bin/pydoc3.13 "/usr/local/bin/$name"; done
find / -xdev -name '__pycache__' -type d -exec rm -rf {} +
rm /tmp/preparar.sh
