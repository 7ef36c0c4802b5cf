/** Claims of the page empezar/primera-web. */

import { claim, expect } from '../../support/claim.ts';
import { SLEEP } from '../../support/networks.ts';

claim('run-sin-p-no-publica', {}, async ({ run }) => {
  await run.ok('docker run -d --name web nginx:1.30');
  await run.until('docker exec web curl -sf http://localhost');
  expect(await run.ok('docker port web')).toBe('');
  expect((await run('curl -s http://localhost:80')).exitCode).toBe(7);
  await run.ok('docker run -d -p 80:80 nginx:1.30');
  await run.until('curl -sf http://localhost:80');
});

claim('cli-muere-contenedor-sigue', {}, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37');
  const client = await run(`timeout -s KILL 3 docker run --name caja ${SLEEP}`);
  expect(client.exitCode).toBe(137);
  expect(await run.ok('docker inspect -f {{.State.Status}} caja')).toBe('running');
});

claim('cambios-hasta-rm', {}, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${SLEEP} && docker exec caja touch /huella`);
  await run.ok('docker stop -t 0 caja && docker start caja && docker restart -t 0 caja');
  await run.ok('docker exec caja ls /huella');
  await run.ok(`docker rm -f caja && docker run -d --name caja ${SLEEP}`);
  expect((await run('docker exec caja ls /huella')).exitCode).toBe(1);
});
