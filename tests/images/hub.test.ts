/** What sandboxes take for Docker Hub. */
import { inject, test } from 'vitest';
import { Sandbox } from '../../src/bench/sandbox.ts';
import { expect, toolsOf } from './contract.ts';

const open = () => Sandbox.open(inject('environment'));

test('los errores son los de Docker Hub', async () => {
  await using sandbox = await open();
  const { fails, ok } = toolsOf(sandbox);
  expect(await fails('docker pull noexiste')).toContain(
    "Error response from daemon: pull access denied for noexiste, repository does not exist or may require 'docker login'",
  );
  expect(await fails('docker pull busybox:noexiste')).toContain(
    'failed to resolve reference "docker.io/library/busybox:noexiste": docker.io/library/busybox:noexiste: not found',
  );
  await ok(`printf 'FROM noexiste\n' > Dockerfile`);
  expect(await fails('docker build -q .')).toContain(
    'pull access denied, repository does not exist or may require authorization: server message: ' +
      'insufficient_scope: authorization failed',
  );
});

test('empujar pide entrar, y lo privado no lo ve nadie más', async () => {
  await using sandbox = await open();
  const { fails, ok } = toolsOf(sandbox);
  await ok(
    'docker pull -q busybox:1.37 && docker tag busybox:1.37 usuario/caja && docker tag busybox:1.37 usuario/privada',
  );
  const denied = 'push access denied, repository does not exist or may require authorization';
  expect(await fails('docker push usuario/caja')).toContain(denied);
  expect(await fails('docker login -u usuario -p otra')).toContain(
    'unauthorized: incorrect username or password',
  );
  expect(await ok('echo secreto | docker login -u usuario --password-stdin')).toContain('Login Succeeded');
  expect(await ok('docker push usuario/caja')).toContain('Mounted from library/busybox');
  await ok('docker push -q usuario/privada');
  expect(await fails('docker tag busybox:1.37 otra/caja && docker push otra/caja')).toContain(denied);
  // What was built here is uploaded, not found somewhere else.
  await ok(
    String.raw`printf 'FROM busybox:1.37\nRUN echo hola > /hola\n' > Dockerfile && docker build -q -t usuario/propia .`,
  );
  expect(await ok('docker push usuario/propia')).toMatch(/: Pushed/);
  await ok(
    'docker rmi -f $(docker images -q) && docker pull -q usuario/privada && docker pull -q usuario/propia',
  );
  expect(await ok('docker run --rm usuario/propia cat /hola')).toBe('hola');
  await ok('docker logout && docker rmi -f usuario/privada && docker pull -q usuario/caja');
  expect(await fails('docker pull usuario/privada')).toContain('pull access denied for usuario/privada');
});

test('lo que empuja un banco no lo ve otro', async () => {
  await using one = await open();
  const first = toolsOf(one);
  await first.ok(
    'docker pull -q busybox:1.37 && docker tag busybox:1.37 ana/caja && docker login -u ana -p secreto',
  );
  await first.ok('docker push -q ana/caja');
  await using two = await open();
  expect(await toolsOf(two).fails('docker pull ana/caja')).toContain('pull access denied for ana/caja');
});

test('un contenedor del banco resuelve nombres', async () => {
  await using sandbox = await open();
  const { ok } = toolsOf(sandbox);
  const { hubIp } = inject('environment');
  expect(await ok('docker run --rm busybox:1.37 nslookup -type=a registry-1.docker.io')).toContain(
    `Address: ${hubIp}`,
  );
  expect(await ok('docker run --rm busybox:1.37 cat /etc/resolv.conf')).toContain(`nameserver ${hubIp}`);
});

test('una descarga a medias sigue donde iba', async () => {
  await using sandbox = await open();
  const { ok } = toolsOf(sandbox);
  const token = `$(curl -s https://auth.docker.io/token | jq -r .token)`;
  const get = `curl -s -H "authorization: Bearer ${token}"`;
  const base = 'https://registry-1.docker.io/v2/library/busybox';
  const manifest = `$(${get} ${base}/manifests/1.37 | jq -r '.manifests[0].digest')`;
  await ok(`${get} ${base}/manifests/${manifest} > m.json && jq -r '.layers[0].digest' m.json > digest`);
  await ok(
    `${get} -o todo ${base}/blobs/$(cat digest) && ${get} -o trozo -r 1000- ${base}/blobs/$(cat digest)`,
  );
  await ok('cmp <(tail -c +1001 todo) trozo');
  expect(await ok(`${get} -o /dev/null -w '%{http_code}' -r 99999999- ${base}/blobs/$(cat digest)`)).toBe(
    '416',
  );
});
