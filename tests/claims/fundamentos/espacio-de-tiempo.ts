/** Claims of the page fundamentos/espacio-de-tiempo. */

import { claim, expect } from '../../support/claim.ts';
import { BUSYBOX } from './_espacios.ts';

claim('time-propio-sin-desfase', { proves: ['A-142'] }, async ({ run }) => {
  await run.ok(`docker pull -q ${BUSYBOX}`);
  const here = await run.ok('readlink /proc/$$/ns/time');
  const offsets = 'cat /proc/self/timens_offsets';
  for (const options of ['', '--privileged', '--pid host']) {
    const inside = `docker run --rm ${options} ${BUSYBOX}`;
    expect(await run.ok(`${inside} readlink /proc/self/ns/time`)).not.toBe(here);
    expect(await run.ok(`${inside} ${offsets}`)).toMatch(/^monotonic +0 +0\nboottime +0 +0$/);
  }
  // A space with an offset says so in the same place.
  expect(await run.ok(`unshare --time --boottime 864000 ${offsets}`)).toMatch(/boottime +864000 +0$/);
  // No option of the help, where those of the other spaces are.
  const help = await run.ok('docker run --help');
  for (const kind of ['Cgroup', 'PID', 'User', 'UTS']) expect(help).toMatch(new RegExp(`${kind} namespace`));
  expect(help).not.toMatch(/time namespace|--time(ns)?\b/i);
  expect((await run(`docker run --rm --time host ${BUSYBOX} true`)).output).toContain('unknown flag: --time');
});

claim('uptime-del-anfitrion', { proves: ['A-146'] }, async ({ run }) => {
  await run.ok(`docker pull -q ${BUSYBOX}`);
  const read = async (prefix: string) => Number(await run.ok(`${prefix} cut -d. -f1 /proc/uptime`));
  const before = await read('');
  const inside = await read(`docker run --rm ${BUSYBOX}`);
  const after = await read('');
  expect(inside).toBeGreaterThanOrEqual(before);
  expect(inside).toBeLessThanOrEqual(after);
  // A clock of its own would have shown.
  expect(await read('unshare --time --boottime 864000')).toBeGreaterThan(after);
});

claim('time-no-cambia-la-fecha', {}, async ({ run }) => {
  const moved = 'unshare --time --boottime 864000 --monotonic 864000';
  const gained = async (command: string) =>
    Number(await run.ok(`${moved} ${command}`)) - Number(await run.ok(command));
  expect(Math.abs((await gained('cut -d. -f1 /proc/uptime')) - 864_000)).toBeLessThan(60);
  expect(Math.abs(await gained('date +%s'))).toBeLessThan(60);
});
