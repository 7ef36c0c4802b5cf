/** Claims of the page fundamentos/espacio-de-usuario. */

import { claim, expect } from '../../support/claim.ts';
import { BUSYBOX, hostPid, SLEEP } from './_espacios.ts';

const PERSON = 'setpriv --reuid 1000 --regid 1000 --clear-groups';

claim('root-del-contenedor-es-root', { proves: ['A-142', 'A-197'] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${SLEEP}`);
  const pid = await hostPid(run, 'caja');
  expect(await run.ok(`ps -o uid= -p ${pid}`)).toBe('0');
  expect(await run.ok(`cat /proc/${pid}/uid_map`)).toMatch(/^0\s+0\s+4294967295$/);
  const shadow = (options: string) =>
    run(`docker run --rm ${options} -v /etc/shadow:/s:ro ${BUSYBOX} head -c 5 /s`);
  expect((await shadow('')).output).toBe('root:');
  // Another user of the same container may not.
  expect((await shadow('--user 1000')).output).toContain('Permission denied');
});

claim('user-da-poder-solo-dentro', {}, async ({ run }) => {
  expect((await run(`${PERSON} unshare --uts true`)).exitCode).toBe(1);
  const asRoot = `${PERSON} unshare --user --map-root-user`;
  expect(await run.ok(`${asRoot} --uts sh -c 'hostname caja; hostname; id -u'`)).toBe('caja\n0');
  // The host's UTS namespace is not its own: there the name stays.
  expect((await run(`${asRoot} hostname caja`)).exitCode).toBe(1);
  expect(await run.ok('hostname')).toBe('docker');
  const shadow = await run(`${asRoot} cat /etc/shadow`);
  expect(shadow.exitCode).toBe(1);
  expect(shadow.output).toContain('Permission denied');
  expect(await run.ok('head -c 5 /etc/shadow')).toBe('root:');
  await run.ok(`${asRoot} touch /tmp/de-quien`);
  expect(await run.ok('stat -c %u /tmp/de-quien')).toBe('1000');
});
