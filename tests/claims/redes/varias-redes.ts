/** Claims of the page redes/varias-redes. */

import { claim, expect, type Run } from '../../support/claim.ts';
import { addressOf, SLEEP, startWeb } from '../../support/networks.ts';
import { asks, OUTSIDE } from './_redes.ts';

/** Two networks with somebody in each: `web` in tienda, `cliente` in oficina. */
async function startTwoNetworks(run: Run, webOptions = ''): Promise<void> {
  await run.ok('docker network create tienda && docker network create oficina');
  await startWeb(run, `--network tienda ${webOptions}`);
  await run.ok(`docker run -d --name cliente --network oficina ${SLEEP}`);
}

claim('redes-bridge-no-se-alcanzan', { proves: ['A-190'] }, async ({ run }) => {
  await startTwoNetworks(run, '-p 8080:80');
  expect((await run(asks('http://web'))).output).toContain("bad address 'web'");
  const address = await addressOf(run, 'web', 'tienda');
  expect((await run(asks(`http://${address}`))).output).toContain('timed out');
  expect((await run(`docker exec cliente ping -c 1 -W 2 ${address}`)).exitCode).toBe(1);
  // By the front door, as anybody else.
  const [host] = (await run.ok(`docker exec cliente ip route | awk '/^default/{print $3}'`)).split('\n');
  expect(await run.ok(asks(`http://${host}:8080`))).toContain('nginx');
});

claim('las-separan-reglas', { proves: ['A-190'] }, async ({ run }) => {
  await startTwoNetworks(run);
  const visit = asks(`http://${await addressOf(run, 'web', 'tienda')}`);
  expect((await run(visit)).exitCode).toBe(1);
  // One lock is in the table raw; the others, in the chains that DOCKER-USER lets one skip.
  await run.ok('iptables -t raw -F PREROUTING');
  expect((await run(visit)).exitCode).toBe(1);
  await run.ok('iptables -I DOCKER-USER -j ACCEPT');
  expect(await run.ok(visit)).toContain('nginx');
});

claim('conectar-en-caliente', { proves: ['A-190'] }, async ({ run }) => {
  await startTwoNetworks(run);
  const started = await run.ok(`docker inspect -f '{{.State.StartedAt}}' web`);
  expect((await run(asks('http://web'))).exitCode).toBe(1);
  await run.ok('docker network connect oficina web');
  expect(await run.ok(asks('http://web'))).toContain('nginx');
  await run.ok('docker run --rm --network tienda busybox:1.37 wget -qO- http://web');
  expect(await run.ok(`docker inspect -f '{{.State.StartedAt}}' web`)).toBe(started);
});

claim('en-dos-redes-no-es-paso', { proves: ['A-190'] }, async ({ run }) => {
  await startTwoNetworks(run);
  await run.ok('docker network connect oficina web');
  await startWeb(run, '--network tienda', 'almacen');
  const inStore = `http://${await addressOf(run, 'almacen', 'tienda')}`;
  expect(await run.ok(`docker exec web curl -s ${inStore}`)).toContain('nginx');
  expect(await run.ok(asks('http://web'))).toContain('nginx');
  expect((await run(asks('http://almacen'))).output).toContain("bad address 'almacen'");
  expect((await run(asks(inStore))).output).toContain('timed out');
});

const TWO_NETWORKS = `cat > compose.yaml <<'FIN'
services:
  frontal: { image: nginx:1.30, networks: [publica] }
  api: { image: redis:8, networks: [publica, privada] }
  datos: { image: redis:8, networks: [privada] }
networks:
  publica: {}
  privada: { internal: true }
FIN`;

claim('compose-separa-con-dos-redes', { proves: ['A-032'] }, async ({ run }) => {
  await run.ok(TWO_NETWORKS);
  await run.ok('docker compose up -d');
  expect((await run('docker compose exec -T frontal getent hosts datos')).exitCode).toBe(2);
  await run.ok('docker compose exec -T frontal getent hosts api');
  await run.until('docker compose exec -T api redis-cli -h datos ping');
  // The API knows the way out of the other network; the database, in the inner one alone, does not.
  await run.ok(`docker compose exec -T api getent hosts ${OUTSIDE}`);
  expect((await run(`docker compose exec -T datos getent hosts ${OUTSIDE}`)).exitCode).toBe(2);
});
