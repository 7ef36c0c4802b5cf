/** Claims of the page empezar/servidores-y-puertos. */

import { claim, expect } from '../../support/claim.ts';
import { ownAddress } from '../../support/networks.ts';

claim('puerto-sin-nadie-rechaza', {}, async ({ run }) => {
  const visit = 'curl -sS -m 3 http://127.0.0.1:8000/hostname';
  const refused = await run(visit);
  expect(refused.exitCode).toBe(7);
  expect(refused.ms).toBeLessThan(1000);
  await run.ok('docker run -d --network host busybox:1.37 httpd -f -p 8000 -h /etc');
  await run.until(visit);
  // What a firewall does is another thing: nobody answers, and one waits.
  await run.ok('iptables -A INPUT -p tcp --dport 8000 -j DROP');
  const dropped = await run(visit);
  expect(dropped.exitCode).toBe(28);
  expect(dropped.ms).toBeGreaterThan(2500);
});

claim('bucle-no-sale', {}, async ({ run }) => {
  for (const place of ['127.0.0.1:8000', '0.0.0.0:8001']) {
    await run.ok(`docker run -d --network host busybox:1.37 httpd -f -p ${place} -h /etc`);
    await run.until(`curl -sf http://${place}/hostname`);
  }
  const own = await ownAddress(run);
  expect((await run(`curl -s http://${own}:8000/hostname`)).exitCode).toBe(7);
  expect(await run.ok(`curl -s http://${own}:8001/hostname`)).toBe('docker');
});

claim('mismo-puerto-otra-direccion', {}, async ({ run }) => {
  for (const address of ['127.0.0.1', await ownAddress(run)]) {
    await run.ok(`docker run -d --network host busybox:1.37 httpd -f -p ${address}:8000 -h /etc`);
    await run.until(`curl -sf http://${address}:8000/hostname`);
  }
  const third = await run('docker run --rm --network host busybox:1.37 httpd -f -p 127.0.0.1:8000');
  expect(third.output).toContain('Address already in use');
});

claim('puerto-bajo-en-contenedor', {}, async ({ run }) => {
  await run.ok('sysctl -w net.ipv4.ip_unprivileged_port_start=1024');
  const outside = await run('docker run --rm -u 1000 --network host busybox:1.37 httpd -f -p 80');
  expect(outside.exitCode).toBe(1);
  expect(outside.output).toContain('Permission denied');
  await run.ok('docker run -d --name corriente -u 1000 busybox:1.37 httpd -f -p 80 -h /etc');
  await run.until('docker exec corriente wget -qO- http://127.0.0.1:80/hostname');
  expect(await run.ok('docker exec corriente id -u')).toBe('1000');
  // It is Docker that lifts the reserve: with it, the container is as the machine.
  const reserved = await run(
    'docker run --rm -u 1000 --sysctl net.ipv4.ip_unprivileged_port_start=1024 busybox:1.37 httpd -f -p 80',
  );
  expect(reserved.output).toContain('Permission denied');
});
