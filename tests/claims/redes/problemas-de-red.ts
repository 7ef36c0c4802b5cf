/** Claims of the page redes/problemas-de-red. */

import { claim, expect } from '../../support/claim.ts';
import { addNeighbour, SLEEP, STATUS, visit } from '../../support/networks.ts';

claim('reset-solo-en-la-propia-maquina', {}, async ({ run }) => {
  await addNeighbour(run);
  await run.ok('docker run -d --name app -p 8080:8000 busybox:1.37 httpd -f -p 127.0.0.1:8000 -h /etc');
  await run.until('docker exec app wget -qO- http://127.0.0.1:8000/hostname');
  expect([52, 56]).toContain((await run(`${STATUS} http://127.0.0.1:8080`)).exitCode);
  expect((await run(visit(8080))).exitCode).toBe(7);
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
