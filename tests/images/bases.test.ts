import { contract, expect } from './contract.ts';

contract('debian:trixie-slim', { cmd: ['bash'] }, async ({ ok }) => {
  expect(await ok('docker run --rm debian:trixie-slim cat /etc/debian_version')).toMatch(/^13/);
  // The slim variant keeps no manual pages nor translations, but copyrights do stay.
  expect(
    await ok(
      'docker run --rm debian:trixie-slim sh -c "find /usr/share/man /usr/share/locale -type f | wc -l"',
    ),
  ).toBe('0');
  await ok('docker run --rm debian:trixie-slim test -e /usr/share/doc/bash/copyright');
  await ok('docker run --rm debian:trixie-slim sh -c "! command -v curl && ! command -v ps"');
});

contract('busybox:1.37', { cmd: ['sh'] }, async ({ ok }) => {
  expect(await ok('docker run --rm busybox:1.37 busybox | head -n 1')).toContain('BusyBox v1.37');
  for (const applet of ['ping', 'wget', 'nslookup', 'nc', 'httpd', 'vi', 'top', 'ps', 'ip', 'traceroute']) {
    await ok(`docker run --rm busybox:1.37 which ${applet}`);
  }
  expect(await ok('docker run --rm --user nobody busybox:1.37 id -u')).toBe('65534');
});

contract('hello-world:latest', { cmd: ['/hello'] }, async ({ ok }) => {
  expect(await ok('docker run --rm hello-world')).toContain('Hello from Docker!');
});

contract(
  'node:24-trixie-slim',
  { env: [/^NODE_VERSION=24\./, /^YARN_VERSION=/], entrypoint: ['docker-entrypoint.sh'], cmd: ['node'] },
  async ({ ok }) => {
    expect(await ok('docker run --rm node:24-trixie-slim --version')).toMatch(/^v24\./);
    expect(await ok(`docker run --rm node:24-trixie-slim -p '1 + 1'`)).toBe('2');
    expect(await ok('docker run --rm node:24-trixie-slim id node')).toContain(
      'uid=1000(node) gid=1000(node)',
    );
    expect(await ok('docker run --rm node:24-trixie-slim npm --version')).toMatch(/^\d+\./);
    expect(await ok('docker run --rm node:24-trixie-slim yarn --version')).toMatch(/^1\./);
    await ok('mkdir app && echo "console.log(process.argv[1])" > app/main.js');
    expect(await ok('docker run --rm -v ./app:/app -w /app node:24-trixie-slim main.js')).toBe(
      '/app/main.js',
    );
  },
);

contract(
  'python:3.13-slim-trixie',
  { env: [/^PYTHON_VERSION=3\.13\./, /^PATH=\/usr\/local\/bin:/], cmd: ['python3'] },
  async ({ ok }) => {
    expect(await ok('docker run --rm python:3.13-slim-trixie python --version')).toMatch(/^Python 3\.13\./);
    expect(await ok('docker run --rm python:3.13-slim-trixie which python3 pip')).toBe(
      '/usr/local/bin/python3\n/usr/local/bin/pip',
    );
    // Nothing says that pip would break the system.
    await ok(
      'docker run --rm python:3.13-slim-trixie sh -c "! find / -xdev -name EXTERNALLY-MANAGED | grep ."',
    );
    await ok('docker run --rm python:3.13-slim-trixie python -m venv /tmp/entorno');
  },
);

contract(
  'golang:1.24-trixie',
  { env: [/^GOLANG_VERSION=1\.24/, 'GOTOOLCHAIN=local', 'GOPATH=/go'], cmd: ['bash'], workdir: '/go' },
  async ({ ok }) => {
    expect(await ok('docker run --rm golang:1.24-trixie go version')).toContain('go1.24');
    await ok(
      String.raw`mkdir app && printf 'package main\nimport "fmt"\nfunc main() { fmt.Println("hola") }\n' > app/main.go`,
    );
    expect(await ok('docker run --rm -v ./app:/app -w /app golang:1.24-trixie go run main.go')).toBe('hola');
    await ok('docker run --rm golang:1.24-trixie which git curl g++');
  },
);
