/** Builds work behind a proxy that opens TLS, and nothing is added where there is none. */
import { inject, test } from 'vitest';
import { readImageOrigins } from '../../src/bench/environment.ts';
import { Sandbox } from '../../src/bench/sandbox.ts';
import { extraCertificates } from '../../src/images/base.ts';
import { expect, toolsOf } from './contract.ts';

const BEHIND_PROXY = await extraCertificates();

test('los certificados del equipo llegan a las imágenes equivalentes, y solo si los hay', async () => {
  await using sandbox = await Sandbox.open(inject('environment'));
  const { ok } = toolsOf(sandbox);
  await ok('docker pull -q debian:trixie-slim && docker pull -q node:24-trixie-slim');
  const origins = Object.values(await readImageOrigins(['debian:trixie-slim', 'node:24-trixie-slim']));
  const expected = BEHIND_PROXY && origins.every(({ origin }) => origin === 'equivalente');
  const count = await ok(
    'docker run --rm debian:trixie-slim find /usr/local/share/ca-certificates -type f -printf x 2>/dev/null || true',
  );
  expect(count.length > 0).toBe(expected);
  expect(await ok('docker run --rm node:24-trixie-slim npm config get cafile')).toBe(
    expected ? '/usr/local/etc/ssl/proxy.pem' : 'null',
  );
});

// Nowhere else is there anything to prove: packages arrive as they do on any machine.
test.runIf(BEHIND_PROXY)(
  'apt, npm, pip y Go descargan dentro de una construcción, sin tocar el Dockerfile',
  async () => {
    await using sandbox = await Sandbox.open(inject('environment'));
    const { ok } = toolsOf(sandbox);
    const builds = {
      apt: [
        'debian:trixie-slim',
        'apt-get update && apt-get install -y --no-install-recommends ca-certificates curl',
      ],
      npm: ['node:24-trixie-slim', 'npm install --no-fund is-number'],
      pip: ['python:3.13-slim-trixie', 'pip install --no-deps idna'],
      go: ['golang:1.24-trixie', 'go mod init prueba && go get golang.org/x/time@v0.5.0'],
    };
    for (const [name, [image, command]] of Object.entries(builds)) {
      await ok(
        `mkdir -p /tmp/${name} && printf 'FROM ${image}\\nWORKDIR /app\\nRUN ${command}\\n' > /tmp/${name}/Dockerfile`,
      );
      await ok(`docker build --quiet /tmp/${name}`);
    }
  },
);
