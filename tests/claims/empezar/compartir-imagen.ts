/** Claims of the page empezar/compartir-imagen. */

import { claim, expect, type Run } from '../../support/claim.ts';
import { ownAddress } from '../../support/networks.ts';

claim('push-un-argumento', {}, async ({ run }) => {
  for (const words of ['', 'uno otro/dos']) {
    const push = await run(`docker push ${words}`);
    expect(push.exitCode).toBe(1);
    expect(push.output).toContain(`'docker push' requires 1 argument`);
  }
  expect((await run('docker push uno')).output).not.toContain('requires 1 argument');
});

claim('sin-registro-es-docker-hub', {}, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37');
  for (const [name, place] of [
    ['aviso', 'docker.io/library/aviso'],
    ['ana/aviso', 'docker.io/ana/aviso'],
    ['registro.example:5000/aviso', 'registro.example:5000/aviso'],
  ]) {
    const push = await run(`docker tag busybox:1.37 ${name}:1.0 && docker push ${name}:1.0`);
    expect(push.exitCode).toBe(1);
    expect(push.output).toContain(`The push refers to repository [${place}]`);
  }
});

/** Starts a registry on localhost:5000 and waits for it. */
async function startRegistry(run: Run): Promise<void> {
  await run.ok('docker run -d -q --name registro -p 127.0.0.1:5000:5000 registry:2');
  await run.until('curl -sf http://localhost:5000/v2/');
}

claim('solo-viaja-lo-nuevo', {}, async ({ run }) => {
  await startRegistry(run);
  const push = async (version: string) => {
    const image = `localhost:5000/app:${version}`;
    await run.ok(`printf 'FROM busybox:1.37\\nRUN echo ${version} > /v\\n' | docker build -q -t ${image} -`);
    return run.ok(`docker push ${image}`);
  };
  // What the registry itself says that it was sent, piece by piece.
  const received = async () => {
    const log = await run.ok('docker logs registro 2> /dev/null');
    return [...log.matchAll(/"PUT \/v2\/app\/blobs\/uploads\/\S*digest=(\S+) /g)].map(([, digest]) => digest);
  };
  expect(await push('1')).not.toContain('already exists');
  const first = await received();
  expect(first.length).toBeGreaterThanOrEqual(3);
  expect(await push('2')).toMatch(/: Layer already exists$/m);
  const all = await received();
  // Its own layer and its configuration did travel, and nothing did twice.
  expect(all.length).toBeGreaterThanOrEqual(first.length + 2);
  expect(new Set(all).size).toBe(all.length);
});

claim('run-usa-la-local', {}, async ({ run }) => {
  await startRegistry(run);
  await run.ok('docker pull -q busybox:1.37 && docker tag busybox:1.37 localhost:5000/app');
  await run.ok('docker push -q localhost:5000/app && docker rm -fv registro');
  expect(await run.ok('docker run --rm localhost:5000/app echo local')).toBe('local');
  const fresh = await run('docker run --rm --pull always localhost:5000/app true');
  expect(fresh.exitCode).toBe(125);
  expect(fresh.output).toContain('connection refused');
});

claim('registro-sin-certificado', {}, async ({ run }) => {
  await run.ok('docker run -d -q -p 5000:5000 registry:2 && docker pull -q busybox:1.37');
  await run.until('curl -sf http://localhost:5000/v2/');
  const push = (host: string) =>
    run(`docker tag busybox:1.37 ${host}:5000/app && docker push -q ${host}:5000/app`);
  for (const host of ['localhost', '127.0.0.1', '[::1]']) expect((await push(host)).exitCode).toBe(0);
  const own = await ownAddress(run);
  await run.ok(`curl -sf http://${own}:5000/v2/`);
  const refused = await push(own);
  expect(refused.exitCode).toBe(1);
  expect(refused.output).toContain('server gave HTTP response to HTTPS client');
  // Unless the engine is told to trust it.
  await run.ok('mkdir -p /etc/docker');
  await run.ok(`echo '{ "insecure-registries": ["${own}:5000"] }' > /etc/docker/daemon.json`);
  await run.ok('kill -HUP $(pgrep -x dockerd)');
  await run.until(`docker push -q ${own}:5000/app`);
});
