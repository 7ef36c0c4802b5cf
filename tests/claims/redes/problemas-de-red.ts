/** Claims of the page redes/problemas-de-red. */

import { claim, expect } from '../../support/claim.ts';
import { addNeighbour, SLEEP, STATUS, visit } from '../../support/networks.ts';
import { startHostService } from './_redes.ts';

claim('reset-solo-en-la-propia-maquina', {}, async ({ run }) => {
  await addNeighbour(run);
  await run.ok('docker run -d --name app -p 8080:8000 busybox:1.37 httpd -f -p 127.0.0.1:8000 -h /etc');
  await run.until('docker exec app wget -qO- http://127.0.0.1:8000/hostname');
  expect([52, 56]).toContain((await run(`${STATUS} http://127.0.0.1:8080`)).exitCode);
  expect((await run(visit(8080))).exitCode).toBe(7);
});

claim('tras-el-fallo-queda-sin-red', {}, async ({ run }) => {
  await run.ok(
    'docker pull -q busybox:1.37 && docker run -d --name web -p 8080:80 busybox:1.37 sleep infinity',
  );
  const networks = (name: string) => run.ok(`docker inspect -f '{{len .NetworkSettings.Networks}}' ${name}`);
  const create = (name: string) => `docker create --name ${name} -p 8080:80 busybox:1.37 sleep infinity`;
  for (const name of ['tarde', 'a-tiempo']) await run.ok(create(name));
  expect((await run('docker start tarde')).output).toContain('port is already allocated');
  await run.ok('docker rm -f web && docker start tarde');
  expect(await networks('tarde')).toBe('0');
  expect(await run.ok('docker port tarde')).toBe('');
  // Control: one that did not try while the port was taken has all.
  await run.ok('docker rm -f tarde && docker start a-tiempo');
  expect(await networks('a-tiempo')).toBe('1');
  expect(await run.ok('docker port a-tiempo')).toContain('80/tcp -> 0.0.0.0:8080');
});

claim('host-gateway-es-docker0', {}, async ({ run }) => {
  await run.ok('docker network create mi_red');
  const [bridge] = (await run.ok(`ip -4 -br addr show docker0 | awk '{print $3}'`)).split('/');
  const options = '--add-host anfitrion:host-gateway';
  for (const network of ['bridge', 'mi_red']) {
    const hosts = await run.ok(`docker run --rm --network ${network} ${options} busybox:1.37 cat /etc/hosts`);
    expect(hosts).toMatch(new RegExp(`^${bridge}\\s+anfitrion$`, 'm'));
  }
  // A service on every address answers there; one on the host's loop does not.
  await startHostService(run);
  await run.ok('docker run -d --network host busybox:1.37 httpd -f -p 127.0.0.1:8001 -h /etc');
  await run.until('curl -sf http://127.0.0.1:8001/hostname');
  const visit = (port: number) =>
    run(`docker run --rm ${options} busybox:1.37 wget -qO- http://anfitrion:${port}/hostname`);
  expect((await visit(8000)).output).toContain('docker');
  expect((await visit(8001)).output).toContain('Connection refused');
});

claim('prune-borra-redes-de-parados', {}, async ({ run }) => {
  for (const state of ['parado', 'vivo']) {
    await run.ok(`docker network create red_${state}`);
    await run.ok(`docker run -d --name ${state} --network red_${state} ${SLEEP}`);
  }
  await run.ok('docker stop -t 0 parado');
  const pruned = await run.ok('docker network prune -f');
  expect(pruned).toContain('red_parado');
  expect(pruned).not.toContain('red_vivo');
  const start = await run('docker start parado');
  expect(start.exitCode).toBe(1);
  expect(start.output).toMatch(/network \S+ not found/);
  await run.ok('docker restart -t 0 vivo');
});
