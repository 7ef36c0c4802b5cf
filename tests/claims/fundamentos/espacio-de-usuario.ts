/** Claims of the page fundamentos/espacio-de-usuario. */

import { claim, expect } from '../../support/claim.ts';
import { composeService } from '../../support/compose.ts';
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

claim('usuario-del-proceso', {}, async ({ run }) => {
  const owner = async (name: string) => run.ok(`ps -o uid= -p ${await hostPid(run, name)}`);
  await run.ok(`docker run -d --name suyo --user 1000:1000 ${SLEEP}`);
  await run.ok(`docker run -d --name root ${SLEEP}`);
  await composeService(run, 'user: "1000:1000"');
  await run.ok('docker compose up -d');
  expect([await owner('suyo'), await owner('p-caja-1'), await owner('root')]).toEqual(['1000', '1000', '0']);
  // What it writes in a folder of the host has that owner.
  await run.ok('mkdir -m 777 /srv/d');
  for (const user of ['1000:1000', '0:0'])
    await run.ok(`docker run --rm --user ${user} -v /srv/d:/d ${BUSYBOX} touch /d/${user}`);
  expect(await run.ok(`stat -c '%n %u' /srv/d/*`)).toBe('/srv/d/0:0 0\n/srv/d/1000:1000 1000');
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
