/** Claims of the page redes/otros-drivers. */

import { claim, expect } from '../../support/claim.ts';
import { SLEEP } from '../../support/networks.ts';

claim('overlay-exige-swarm', { proves: ['A-125'] }, async ({ run }) => {
  const create = await run('docker network create -d overlay nube');
  expect(create.exitCode).toBe(1);
  expect(create.output).toContain('This node is not a swarm manager');
  await run.ok('docker swarm init && docker network create -d overlay nube');
});

claim('swarm-escucha-en-2377-y-7946', { proves: ['A-125'] }, async ({ run }) => {
  const listens = async () => {
    const lines = (await run.ok(`ss -Hltnup | grep dockerd || true`)).split('\n');
    return lines.map((line) => line.replace(/^(tcp|udp).*?:(\d+) .*$/, '$1 $2')).sort();
  };
  expect(await listens()).toEqual(['']);
  await run.ok('docker swarm init');
  expect(await listens()).toEqual(['tcp 2377', 'tcp 7946', 'udp 7946']);
});

claim('overlay-es-vxlan', { proves: ['A-125'] }, async ({ run }) => {
  await run.ok('docker swarm init && docker network create -d overlay --attachable nube');
  await run.ok(`docker run -d --name uno --network nube ${SLEEP}`);
  const cards = await run.ok(
    'for n in /run/docker/netns/1-*; do nsenter --net=$n ip -d link show type vxlan; done',
  );
  expect(cards).toMatch(/vxlan id \d+ .*dstport 4789 /);
});
