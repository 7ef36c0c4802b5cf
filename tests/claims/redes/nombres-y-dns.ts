/** Claims of the page redes/nombres-y-dns. */

import { claim, expect } from '../../support/claim.ts';
import { addressOf, SLEEP, startWeb } from '../../support/networks.ts';
import { OUTSIDE } from './_redes.ts';

claim('red-propia-resuelve-nombres', { proves: ['A-194'] }, async ({ run }) => {
  await run.ok('docker network create mi_red');
  await startWeb(run, '--network mi_red --network-alias portada');
  for (const name of ['web', 'portada']) {
    const page = await run.ok(`docker run --rm --network mi_red busybox:1.37 wget -qO- http://${name}`);
    expect(page).toContain('nginx');
  }
  const answer = await run.ok('docker run --rm --network mi_red busybox:1.37 nslookup -type=a web');
  expect(answer).toMatch(/Server:\s+127\.0\.0\.11/);
  expect(answer).toContain(await addressOf(run, 'web', 'mi_red'));
  const stranger = await run('docker run --rm --network mi_red busybox:1.37 wget -qO- http://nadie');
  expect(stranger.output).toContain("bad address 'nadie'");
});

claim('dns-pregunta-fuera', { proves: ['A-194'] }, async ({ run }) => {
  await run.ok('docker network create mi_red');
  await startWeb(run, '--network mi_red');
  const ask = (name: string, options = '') =>
    run(`docker run --rm --network mi_red ${options} redis:8 getent hosts ${name}`);
  expect((await ask(OUTSIDE)).exitCode).toBe(0);
  expect((await ask('nadie')).exitCode).toBe(2);
  // With a server outside that nobody attends, names outside are lost and those of the network are not.
  expect((await ask(OUTSIDE, '--dns 192.0.2.99')).exitCode).toBe(2);
  expect((await ask('web', '--dns 192.0.2.99')).exitCode).toBe(0);
});

claim('postgres-pide-contrasena', {}, async ({ run }) => {
  const start = await run('docker run -q --rm postgres:18');
  expect(start.exitCode).toBe(1);
  expect(start.output).toContain('superuser password is not specified');
  await run.ok('docker run -d --name base -e POSTGRES_PASSWORD=x postgres:18');
  await run.until('docker exec base pg_isready -h 127.0.0.1', 60_000);
});

claim('red-en-uso-no-se-borra', { proves: ['A-031'] }, async ({ run }) => {
  await run.ok('docker network create mi_red');
  await run.ok(`docker run -d --name web --network mi_red ${SLEEP}`);
  const removal = await run('docker network rm mi_red');
  expect(removal.exitCode).toBe(1);
  expect(removal.output).toContain('network mi_red has active endpoints (name:"web"');
  // What holds it is that the container runs.
  await run.ok('docker stop -t 0 web && docker network rm mi_red');
});
