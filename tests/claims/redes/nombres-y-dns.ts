/** Claims of the page redes/nombres-y-dns. */

import { claim, expect, type Run } from '../../support/claim.ts';
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

/** Starts several containers under one alias in a network of theirs. */
async function startAliased(run: Run, names: string[]): Promise<void> {
  await run.ok('docker network create mi_red');
  for (const name of names)
    await run.ok(`docker run -d --name ${name} --network mi_red --network-alias api ${SLEEP}`);
}

/** Addresses of the alias, in the order of one answer for each of some questions. */
async function answersOfAlias(run: Run, questions = 1): Promise<string[][]> {
  const text = await run.ok(
    `docker run --rm --network mi_red busybox:1.37 sh -c 'for n in $(seq ${questions}); do nslookup -type=a api; done'`,
  );
  return text
    .split(/^Server:/m)
    .slice(1)
    .map((answer) =>
      [...answer.matchAll(/^Address: (\d+(?:\.\d+){3})$/gm)].map(([, address]) => address as string),
    );
}

claim('alias-compartido-da-todas-las-ip', { proves: ['A-195'] }, async ({ run }) => {
  const names = ['api1', 'api2', 'api3'];
  await startAliased(run, names);
  const answers = await answersOfAlias(run, 60);
  expect(answers).toHaveLength(60);
  for (const name of names) {
    const address = await addressOf(run, name, 'mi_red');
    expect(answers.every((answer) => answer.length === 3 && answer.includes(address))).toBe(true);
    // Each of them is the first in a good part of the answers.
    expect(answers.filter(([first]) => first === address).length).toBeGreaterThan(4);
  }
});

claim('parado-sale-del-dns', { proves: ['A-195'] }, async ({ run }) => {
  await startAliased(run, ['api1', 'api2']);
  const stopped = await addressOf(run, 'api1', 'mi_red');
  const [before] = await answersOfAlias(run);
  expect(before).toContain(stopped);
  await run.ok('docker stop -t 0 api1');
  expect(await answersOfAlias(run)).toEqual([[await addressOf(run, 'api2', 'mi_red')]]);
});

claim('ip-no-es-estable', { proves: ['A-196'] }, async ({ run }) => {
  await run.ok('docker network create mi_red');
  await startWeb(run, '--network mi_red');
  const before = await addressOf(run, 'web', 'mi_red');
  await run.ok('docker stop web');
  await run.ok(`docker run -d --name otro --network mi_red ${SLEEP}`);
  expect(await addressOf(run, 'otro', 'mi_red')).toBe(before);
  await run.ok('docker start web');
  expect(await addressOf(run, 'web', 'mi_red')).not.toBe(before);
  await run.until('docker exec otro wget -qO- http://web');
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
