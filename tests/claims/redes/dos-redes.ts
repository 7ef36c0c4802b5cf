/** Claims of the page redes/dos-redes. */

import { claim, expect, type Run } from '../../support/claim.ts';
import { addressOf, SLEEP, startWeb } from '../../support/networks.ts';
import { asks } from './_redes.ts';

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
