#!/bin/sh
# distribuir.sh ROOT: lays out the npm packages in /paquetes as Node's own distribution does.
set -eu
root=$1
local=$root/usr/local
mkdir -p "$local/bin" "$local/lib/node_modules" "$root/opt"
cp -r /paquetes/node/bin /paquetes/node/include /paquetes/node/share "$local/"
cp -r /paquetes/npm "$local/lib/node_modules/npm"
cp -r /paquetes/corepack "$local/lib/node_modules/corepack"
yarn=yarn-v$(sed -n 's/^  "version": "\(.*\)",$/\1/p' /paquetes/yarn/package.json)
cp -r /paquetes/yarn "$root/opt/$yarn"
chmod 0755 "$local/bin/node" "$root/opt/$yarn"/bin/yarn "$root/opt/$yarn"/bin/yarnpkg \
  "$local"/lib/node_modules/npm/bin/np[mx]-cli.js "$local/lib/node_modules/corepack/dist/corepack.js"
ln -s node "$local/bin/nodejs"
ln -s ../lib/node_modules/npm/bin/npm-cli.js "$local/bin/npm"
ln -s ../lib/node_modules/npm/bin/npx-cli.js "$local/bin/npx"
ln -s ../lib/node_modules/corepack/dist/corepack.js "$local/bin/corepack"
ln -s "/opt/$yarn/bin/yarn" "$local/bin/yarn"
ln -s "/opt/$yarn/bin/yarnpkg" "$local/bin/yarnpkg"
# Headers of OpenSSL for every processor weigh more than the rest of include/.
find "$local/include/node/openssl/archs" -mindepth 1 -maxdepth 1 ! -name "linux-$(uname -m)" ! -name linux-aarch64 \
  -exec rm -rf {} + 2>/dev/null || true
# Behind a proxy that opens TLS, npm must know its certificates; readers' Dockerfiles stay as they are.
if ls /usr/local/share/ca-certificates/*.crt >/dev/null 2>&1; then
  mkdir -p "$local/etc/ssl"
  cat /usr/local/share/ca-certificates/*.crt > "$local/etc/ssl/proxy.pem"
  printf 'cafile=/usr/local/etc/ssl/proxy.pem\n' > "$local/etc/npmrc"
fi
