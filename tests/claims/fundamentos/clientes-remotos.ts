/** Claims of the page fundamentos/clientes-remotos. */

import { claim, expect } from '../../support/claim.ts';
import { addEngine, asNobody, debuggedEngine, startEngine } from './_arquitectura.ts';

claim('contexto-elige-motor', {}, async ({ run }) => {
  await addEngine(run);
  await startEngine(run);
  const address = await run.ok(`docker inspect -f '{{.NetworkSettings.Networks.bridge.IPAddress}}' motor`);
  await run.ok('docker cp -q motor:/certs/client certificados');
  const endpoint = `host=tcp://${address}:2376,ca=certificados/ca.pem,cert=certificados/cert.pem,key=certificados/key.pem`;
  await run.ok(`docker context create servidor --docker "${endpoint}"`);
  const name = `info --format '{{.Name}}'`;
  const inside = await run.ok('docker exec motor hostname');
  expect(await run.ok(`docker ${name}`)).toBe('docker');
  expect(await run.ok(`docker --context servidor ${name}`)).toBe(inside);
  // The same order with each engine: the folder of the mount is that of its machine.
  const mount = 'docker run --rm -q -v "$PWD/web:/web" busybox:1.37 ls -A /web';
  await run.ok('mkdir web && echo hola > web/f');
  expect(await run.ok(mount)).toBe('f');
  await run.ok('docker context use servidor');
  expect(await run.ok(`docker ${name}`)).toBe(inside);
  expect(await run.ok('docker ps -aq')).toBe('');
  expect(await run.ok(mount)).toBe('');
  // The build context travels.
  await run.ok(`printf 'FROM busybox:1.37\\nCOPY f /f\\n' | docker build -q -t copia -f - web`);
  expect(await run.ok('docker run --rm copia cat /f')).toBe('hola');
  expect((await run('docker --context default image inspect copia')).exitCode).toBe(1);
});

claim('quien-manda-mas', {}, async ({ run }) => {
  await debuggedEngine(run);
  const [local, other] = ['/var/lib/docker', '/var/lib/docker/d'];
  await run.ok('docker context create otro --docker host=unix:///tmp/d.sock');
  const ask = (environment: string, options: string) =>
    run.ok(`${environment} docker ${options} info --format '{{.DockerRootDir}}' 2> /dev/null`);
  const HERE = 'DOCKER_HOST=unix:///var/run/docker.sock';
  expect(await ask('', '')).toBe(local);
  await run.ok('docker context use otro');
  expect(await ask('', '')).toBe(other);
  // Each one beats the one before.
  expect(await ask('DOCKER_CONTEXT=default', '')).toBe(local);
  expect(await ask(`DOCKER_CONTEXT=otro ${HERE}`, '')).toBe(local);
  expect(await ask(`DOCKER_CONTEXT=default ${HERE}`, '--context otro')).toBe(other);
  expect(await ask(`DOCKER_CONTEXT=default ${HERE}`, '-H unix:///tmp/d.sock')).toBe(other);
  // The two options at once are refused.
  const both = await run('docker -H unix:///tmp/d.sock --context otro info');
  expect(both.exitCode).toBe(1);
  expect(both.output).toContain('cannot specify both --host and --context');
});

claim('tls-pide-certificado', {}, async ({ run }) => {
  await addEngine(run);
  await startEngine(run);
  const address = await run.ok(`docker inspect -f '{{.NetworkSettings.Networks.bridge.IPAddress}}' motor`);
  await run.ok('docker cp -q motor:/certs/client c');
  // A certificate as good as the other, signed by somebody else.
  await run.ok(
    'mkdir o && openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=otra -keyout o/ca.key -out o/ca.pem 2> /dev/null && ' +
      'openssl req -newkey rsa:2048 -nodes -subj /CN=intruso -keyout o/key.pem -out o/csr.pem 2> /dev/null && ' +
      'echo extendedKeyUsage = clientAuth > o/ext && openssl x509 -req -in o/csr.pem -CA o/ca.pem -CAkey o/ca.key ' +
      '-CAcreateserial -extfile o/ext -out o/cert.pem 2> /dev/null',
  );
  const host = await run.ok('docker exec motor hostname');
  const ping = (folder?: string) =>
    run(
      `curl -sS --resolve ${host}:2376:${address} --cacert c/ca.pem ` +
        `${folder ? `--cert ${folder}/cert.pem --key ${folder}/key.pem` : ''} https://${host}:2376/_ping`,
    );
  for (const [folder, why] of [
    [undefined, 'certificate required'],
    ['o', 'unknown ca'],
  ] as const) {
    const refused = await ping(folder);
    expect(refused.exitCode).not.toBe(0);
    expect(refused.output).toContain(why);
  }
  expect((await ping('c')).output).toBe('OK');
});

claim('tcp-sin-tls-se-retrasa', { proves: ['A-096'] }, async ({ run }) => {
  const start = (name: string, address: string) =>
    run.ok(
      `dockerd --data-root /tmp/${name} --exec-root /run/${name} --pidfile /tmp/${name}.pid --bridge none ` +
        `--iptables=false --ip6tables=false --host tcp://${address} > /tmp/${name}.log 2>&1 &`,
    );
  const slowed = (name: string) => `grep -q "Startup is intentionally being slowed down" /tmp/${name}.log`;
  await start('abierto', '0.0.0.0:2375');
  await run.until(slowed('abierto'));
  const warned = performance.now();
  expect((await run('curl -s http://127.0.0.1:2375/_ping')).exitCode).toBe(7);
  // Meanwhile another that listens in this machine only comes and answers.
  await start('cerrado', '127.0.0.1:2377');
  await run.until('curl -s http://127.0.0.1:2377/_ping');
  expect((await run(slowed('cerrado'))).exitCode).toBe(1);
  await run.until('curl -s http://127.0.0.1:2375/_ping', 50_000);
  expect(performance.now() - warned).toBeGreaterThan(10_000);
  // And then it serves anyone.
  expect(await run.ok(asNobody('docker -H tcp://127.0.0.1:2375 info --format "{{.DockerRootDir}}"'))).toBe(
    '/tmp/abierto',
  );
});

claim('version-minima-de-la-api', { proves: ['A-135'] }, async ({ run }) => {
  const [lowest, highest] = (
    await run.ok(`docker version --format '{{.Server.MinAPIVersion}} {{.Server.APIVersion}}'`)
  ).split(' ') as [string, string];
  const next = (version: string, step: number) => `1.${Number(version.split('.')[1]) + step}`;
  await run.ok(`DOCKER_API_VERSION=${lowest} docker ps`);
  const old = await run(`DOCKER_API_VERSION=${next(lowest, -1)} docker ps`);
  expect(old.exitCode).toBe(1);
  expect(old.output).toContain('is too old');
  // One that knows more speaks as the daemon does: told its own highest version, it asks for another.
  expect(
    await run.ok(`DOCKER_API_VERSION=${next(highest, 1)} docker version -f '{{.Client.APIVersion}}'`),
  ).toBe(highest);
});
