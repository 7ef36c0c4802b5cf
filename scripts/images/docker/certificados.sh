#!/bin/sh
# certificados.sh FOLDER: an authority, and certificates for the server and for a client, unless they are there.
set -eu
cd "$1"
if [ -s server/cert.pem ]; then exit 0; fi
mkdir -p ca server client

openssl req -x509 -newkey rsa:2048 -nodes -days 825 -subj '/CN=docker:dind CA' -keyout ca/key.pem -out ca/cert.pem \
  -addext keyUsage=critical,digitalSignature,keyCertSign 2> /dev/null

# sign NAME EXTENSION
sign() {
  openssl req -newkey rsa:2048 -nodes -subj "/CN=docker:dind $1" -keyout "$1/key.pem" -out "$1/csr.pem" 2> /dev/null
  printf '%s\n' "$2" > "$1/openssl.cnf"
  openssl x509 -req -in "$1/csr.pem" -CA ca/cert.pem -CAkey ca/key.pem -CAcreateserial -days 825 \
    -extfile "$1/openssl.cnf" -out "$1/cert.pem" 2> /dev/null
  cp ca/cert.pem "$1/ca.pem"
}

names="DNS:$(hostname),DNS:docker,DNS:localhost,IP:127.0.0.1,IP:::1"
for address in $(hostname -I); do names="$names,IP:$address"; done
sign server "subjectAltName=$names"
sign client 'extendedKeyUsage=clientAuth'
chmod 0644 client/key.pem
