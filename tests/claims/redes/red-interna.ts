/** Claims of the page redes/red-interna. */

import { claim, expect } from '../../support/claim.ts';
import { addNeighbour, addressOf, SLEEP, STATUS, startWeb } from '../../support/networks.ts';
import { asks, OUTSIDE, startHostService } from './_redes.ts';

claim('internal-sin-salida', { proves: ['A-030'] }, async ({ run }) => {
  await addNeighbour(run);
  await run.ok('docker network create normal && docker network create --internal cerrada');
  const within = (network: string, command: string) =>
    run(`docker run -q --rm --network ${network} ${command}`);
  const outside = 'busybox:1.37 ping -c 1 -W 2 192.0.2.2';
  const name = `redis:8 getent hosts ${OUTSIDE}`;
  // The same three questions, with a way out and without it.
  expect((await within('normal', 'busybox:1.37 ip route')).output).toContain('default');
  expect((await within('normal', outside)).exitCode).toBe(0);
  expect((await within('normal', name)).exitCode).toBe(0);
  expect((await within('cerrada', 'busybox:1.37 ip route')).output).not.toContain('default');
  expect((await within('cerrada', outside)).output).toContain('Network is unreachable');
  expect((await within('cerrada', name)).exitCode).toBe(2);
});

const gatewayOf = (network: string) =>
  `docker network inspect -f '{{(index .IPAM.Config 0).Gateway}}' ${network}`;

claim('internal-ve-al-anfitrion', { proves: ['A-030'] }, async ({ run }) => {
  await startHostService(run);
  await run.ok('docker network create --internal cerrada');
  const gateway = await run.ok(gatewayOf('cerrada'));
  const visit = `docker run --rm --network cerrada busybox:1.37 wget -T 2 -qO- http://${gateway}:8000/hostname`;
  expect(await run.ok(visit)).toBe('docker');
  await startWeb(run, '--network cerrada');
  expect(await run.ok(`${STATUS} http://${await addressOf(run, 'web', 'cerrada')}`)).toBe('200');
});

claim('isolated-no-ve-al-anfitrion', { proves: ['A-030'] }, async ({ run }) => {
  await startHostService(run);
  const option = '-o com.docker.network.bridge.gateway_mode_ipv4=isolated';
  await run.ok(`docker network create --internal ${option} sola`);
  await startWeb(run, '--network sola');
  await run.ok(`docker run -d --name cliente --network sola ${SLEEP}`);
  expect(await run.ok(gatewayOf('sola'))).toMatch(/^(invalid IP)?$/);
  const addresses = (await run.ok('hostname -I')).split(/\s+/).filter((address) => !address.includes(':'));
  expect(addresses.length).toBeGreaterThan(1);
  for (const address of addresses)
    expect((await run(asks(`http://${address}:8000/hostname`))).output).toContain('Network is unreachable');
  // Nor does the host have a way in; among themselves they do talk.
  const route = await run.ok(`ip route get ${await addressOf(run, 'web', 'sola')}`);
  expect(route).toMatch(/ via .* dev eth0 /);
  expect(await run.ok(asks('http://web'))).toContain('nginx');
});

claim('internal-no-publica', { proves: ['A-030'] }, async ({ run }) => {
  await run.ok('docker network create normal && docker network create --internal cerrada');
  await startWeb(run, '--network cerrada -p 8080:80');
  await startWeb(run, '--network normal -p 8081:80', 'otra');
  expect(await run.ok('docker port web')).toBe('');
  expect((await run(`${STATUS} http://localhost:8080`)).exitCode).toBe(7);
  expect(await run.ok(`${STATUS} http://localhost:8081`)).toBe('200');
});
