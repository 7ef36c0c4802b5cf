/** Claims of the page redes/publicar-puertos. */

import { claim, expect } from '../../support/claim.ts';
import { addNeighbour, ownAddress, SLEEP, STATUS, startWeb, visit } from '../../support/networks.ts';

claim('publica-en-todas-las-interfaces', { proves: ['A-029'] }, async ({ run }) => {
  await addNeighbour(run);
  await startWeb(run, '-p 8080:80');
  expect((await run.ok('docker port web')).split('\n')).toEqual([
    '80/tcp -> 0.0.0.0:8080',
    '80/tcp -> [::]:8080',
  ]);
  expect(await run.ok(visit(8080))).toBe('200');
  expect(await run.ok(visit(8080, 6))).toBe('200');
  // A family can be chosen.
  await startWeb(run, '-p 0.0.0.0:8081:80', 'cuatro');
  expect(await run.ok('docker port cuatro')).toBe('80/tcp -> 0.0.0.0:8081');
  expect(await run.ok(visit(8081))).toBe('200');
  expect((await run(visit(8081, 6))).exitCode).toBe(7);
});

claim('publicar-solo-en-local', { proves: ['A-029'] }, async ({ run }) => {
  await addNeighbour(run);
  await startWeb(run, '-p 127.0.0.1:8080:80');
  await startWeb(run, '-p 8081:80', 'abierta');
  expect(await run.ok('docker port web')).toBe('80/tcp -> 127.0.0.1:8080');
  expect(await run.ok(`${STATUS} http://127.0.0.1:8080`)).toBe('200');
  for (const family of [4, 6] as const) {
    expect((await run(visit(8080, family))).exitCode).toBe(7);
    expect(await run.ok(visit(8081, family))).toBe('200');
  }
});

claim('puerto-interno-repetible', { proves: ['A-029'] }, async ({ run }) => {
  const own = await ownAddress(run);
  await startWeb(run, '-p 127.0.0.1:8080:80', 'una');
  await startWeb(run, `-p ${own}:8080:80`, 'otra');
  await startWeb(run, '-p 8081:80', 'tercera');
  for (const place of ['127.0.0.1:8080', `${own}:8080`, 'localhost:8081'])
    expect(await run.ok(`${STATUS} http://${place}`)).toBe('200');
  // Another protocol is another port.
  await run.ok(`docker run -d --name reloj -p 127.0.0.1:8080:123/udp ${SLEEP}`);
  for (const taken of ['127.0.0.1:8080', '8080', '8081']) {
    const again = await run(`docker run --rm -p ${taken}:80 nginx:1.30 true`);
    expect(again.exitCode).toBe(125);
    expect(again.output).toMatch(/Bind for \S+:808\d failed: port is already allocated/);
  }
});
