/** Claims of the page redes/host-none-y-otros-drivers. */

import { claim, expect } from '../../support/claim.ts';
import { SLEEP, STATUS } from '../../support/networks.ts';

claim('host-descarta-los-puertos', { proves: ['A-123'] }, async ({ run }) => {
  const warning = 'Published ports are discarded when using host network mode';
  const start = await run.ok('docker run -d --name web --network host -p 8080:80 nginx:1.30');
  expect(start).toContain(warning);
  await run.until('curl -s http://localhost:80');
  expect((await run(`${STATUS} http://localhost:8080`)).exitCode).toBe(7);
  expect(await run.ok('docker port web')).toBe('');
  expect(await run.ok('docker run -d --name otra -p 8080:80 nginx:1.30')).not.toContain(warning);
  await run.until('curl -s http://localhost:8080');
});

claim('none-solo-bucle', { proves: ['A-124'] }, async ({ run }) => {
  // Interfaces that are up: a kernel with modules of tunnels gives every network namespace one of each, switched off.
  const up = async (network: string) => {
    const list = await run.ok(`docker run --rm --network ${network} busybox:1.37 ip -o link`);
    return [...list.matchAll(/^\d+: ([^:@]+)[^<]*<([^>]*)>/gm)]
      .filter(([, , flags]) => flags?.split(',').includes('UP'))
      .map(([, name]) => name);
  };
  const routes = (network: string) =>
    run.ok(`docker run --rm --network ${network} busybox:1.37 sh -c 'ip route; ip -6 route'`);
  expect(await up('none')).toEqual(['lo']);
  expect(await routes('none')).toBe('');
  expect(await up('bridge')).toEqual(['lo', 'eth0']);
  expect(await routes('bridge')).toContain('default');
});

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
