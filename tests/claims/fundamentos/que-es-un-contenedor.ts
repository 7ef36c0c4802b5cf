/** Claims of the page fundamentos/que-es-un-contenedor. */

import { claim, expect } from '../../support/claim.ts';
import { pidOf, SLEEP } from './_arquitectura.ts';

claim('el-anfitrion-ve-dentro', { proves: ['A-140'] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${SLEEP} && docker exec -d caja sleep 1111`);
  // A file and a process in each side.
  await run.ok('docker exec caja sh -c "echo visible > /canario-de-dentro"');
  await run.ok('echo visible > /canario-de-fuera && (sleep 2222 &)');
  const pid = await pidOf(run, 'caja');
  const inside = (command: string) => run(`docker exec caja sh -c '${command}'`);
  // The host finds those of the container…
  expect(await run.ok(`cat /proc/${pid}/root/canario-de-dentro`)).toBe('visible');
  await run.until('pgrep -fx "sleep 1111"');
  await run.ok('kill -0 $(pgrep -fx "sleep 1111")');
  // …and the container its own, but not those of the host.
  const processes = 'cat /proc/[0-9]*/cmdline | tr "\\0" " "';
  expect((await inside(processes)).output).toContain('sleep 1111');
  expect((await inside(processes)).output).not.toContain('sleep 2222');
  expect((await inside('find / -name "canario*" 2> /dev/null')).output.trim()).toBe('/canario-de-dentro');
  expect((await inside(`kill -0 ${pid}`)).exitCode).toBe(1);
});

claim('matar-el-proceso-lo-para', {}, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${SLEEP}`);
  await run.ok('docker exec caja sh -c "echo sigo > /tmp/s"');
  await run.ok(`kill -9 ${await pidOf(run, 'caja')}`);
  expect(await run.ok('docker wait caja')).toBe('137');
  expect(await run.ok(`docker inspect -f '{{.State.Status}} {{.State.OOMKilled}}' caja`)).toBe(
    'exited false',
  );
  await run.ok('docker start caja');
  expect(await run.ok('docker exec caja cat /tmp/s')).toBe('sigo');
});
