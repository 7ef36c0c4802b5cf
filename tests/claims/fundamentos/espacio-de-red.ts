/** Claims of the page fundamentos/espacio-de-red. */

import { claim, expect } from '../../support/claim.ts';
import { BUSYBOX, inhabit } from './_espacios.ts';

claim('red-nueva-solo-lo', {}, async ({ run }) => {
  const names = `ip -br link | sed 's/[@ ].*//' | sort`;
  const host = (await run.ok(names)).split('\n');
  expect(host).toContain('docker0');
  expect(await run.ok('ip route')).not.toBe('');
  const fresh = (await run.ok(`unshare --net sh -c "${names}"`)).split('\n');
  // Some modules of the kernel put a tunnel of theirs in every space; none comes from the host's.
  const tunnel = /^(tunl|sit|gre|gretap|erspan|ip_vti|ip6tnl|ip6gre|ip6_vti)0$/;
  expect(fresh.filter((name) => !tunnel.test(name))).toEqual(['lo']);
  expect(await run.ok('unshare --net ip -br addr show lo')).toMatch(/^lo\s+DOWN$/);
  expect(await run.ok('unshare --net ip route')).toBe('');
});

claim('veth-muere-con-el-espacio', {}, async ({ run }) => {
  const pid = await inhabit(run, '--net');
  await run.ok(`ip link add cable type veth peer name eth0 netns ${pid}`);
  const other = await run.ok(`(nsenter --target ${pid} --net sleep 2000 & echo $!)`);
  await run.until(`grep -q sleep /proc/${other}/comm`);
  // While one is left the space and its cable stay.
  await run.ok(`kill ${pid}`);
  await run.until(`! test -e /proc/${pid}`);
  expect(await run.ok(`nsenter --target ${other} --net ip -br link show eth0`)).toContain('eth0@');
  await run.ok('ip link show cable');
  await run.ok(`kill ${other}`);
  await run.until('! ip link show cable');
});

claim('container-comparte-puertos', { proves: ['A-145'] }, async ({ run }) => {
  const server = `${BUSYBOX} httpd -f -p 80 -h /etc`;
  await run.ok(`docker run -d --name web ${server}`);
  const join = `docker run --rm --network container:web ${BUSYBOX}`;
  await run.until(`${join} wget -qO- http://localhost/hostname`);
  const second = await run(`${join} httpd -f -p 80`);
  expect(second.exitCode).toBe(1);
  expect(second.output).toContain('Address already in use');
  // Each with its own space, the same port does for both, and localhost is not the other's.
  await run.ok(`docker run -d --name otra ${server}`);
  await run.until('docker exec otra wget -qO- http://localhost/hostname');
  expect(await run.ok(`docker ps --format '{{.Names}}' | sort`)).toBe('otra\nweb');
  const apart = await run(`docker run --rm ${BUSYBOX} wget -qO- http://localhost/hostname`);
  expect(apart.output).toContain('Connection refused');
});
