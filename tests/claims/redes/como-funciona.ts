/** Claims of the page redes/como-funciona. */

import { claim, expect } from '../../support/claim.ts';
import { addNeighbour, addressOf, SLEEP, STATUS, startWeb } from '../../support/networks.ts';

claim('docker0-es-un-puente', { proves: ['A-191'] }, async ({ run }) => {
  expect(await run.ok('ip -d link show docker0')).toMatch(/^\s+bridge /m);
  const [gateway] = (await run.ok(`ip -4 -br addr show docker0 | awk '{print $3}'`)).split('/');
  expect(await run.ok('docker run --rm busybox:1.37 ip route')).toContain(`default via ${gateway} `);
});

claim('veth-es-un-cable', { proves: ['A-191'] }, async ({ run }) => {
  for (const name of ['cliente', 'otro']) await run.ok(`docker run -d --name ${name} ${SLEEP}`);
  const far = await run.ok('docker exec cliente cat /sys/class/net/eth0/iflink');
  const cards = await run.ok('ip -o link show master docker0');
  const card = new RegExp(`^${far}: (veth[0-9a-f]+)@`, 'm').exec(cards)?.[1];
  const reach = (container: string) =>
    run(
      `docker exec ${container} ping -c 1 -W 1 $(ip -4 -br addr show docker0 | awk '{print $3}' | cut -d/ -f1)`,
    );
  expect((await reach('cliente')).exitCode).toBe(0);
  await run.ok(`ip link set ${card} down`);
  expect((await reach('cliente')).exitCode).toBe(1);
  expect((await reach('otro')).exitCode).toBe(0);
});

claim('kernel-hace-nat', { proves: ['A-191'] }, async ({ run }) => {
  await addNeighbour(run);
  await run.ok('ip -n vecino route del default');
  for (const name of ['con', 'sin']) await run.ok(`docker run -d --name ${name} ${SLEEP}`);
  const rules = (await run.ok('iptables -t nat -S POSTROUTING')).split('\n');
  const rule = rules.find((line) => line.includes('MASQUERADE'));
  expect(rule).toMatch(/^-A POSTROUTING -s \S+ ! -o docker0 -j MASQUERADE$/);
  // The neighbour knows no way back to the containers' network: only the rule makes it answer.
  // Two containers, because the kernel remembers the translation of a conversation that it has seen.
  expect((await run('docker exec con ping -c 1 -W 2 192.0.2.2')).exitCode).toBe(0);
  await run.ok(`iptables -t nat -D ${rule?.slice(3)}`);
  expect((await run('docker exec sin ping -c 1 -W 2 192.0.2.2')).exitCode).toBe(1);
});

claim('anfitrion-llega-sin-publicar', { proves: ['A-026'] }, async ({ run }) => {
  await startWeb(run);
  expect(await run.ok('docker port web')).toBe('');
  expect(await run.ok(`${STATUS} http://${await addressOf(run, 'web')}`)).toBe('200');
  expect((await run(`${STATUS} http://localhost:80`)).exitCode).toBe(7);
  // Publishing is what was missing for localhost.
  await startWeb(run, '-p 80:80', 'publicada');
  expect(await run.ok(`${STATUS} http://localhost:80`)).toBe('200');
});
