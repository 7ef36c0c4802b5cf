/** Claims of the page fundamentos/espacios-cgroup-y-de-tiempo. */

import { claim, expect, type Run } from '../../support/claim.ts';
import { BUSYBOX, hostPid, SLEEP } from './_espacios.ts';

/** Cgroup namespace of a container, beside the host's. */
async function cgroupSpaces(run: Run) {
  await run.ok(`docker pull -q ${BUSYBOX}`);
  const read = (option: string) =>
    run.ok(`docker run --rm ${option} ${BUSYBOX} readlink /proc/self/ns/cgroup`);
  return {
    host: await run.ok('readlink /proc/$$/ns/cgroup'),
    byDefault: await read(''),
    asked: await read('--cgroupns private'),
    renounced: await read('--cgroupns host'),
  };
}

claim('cgroupns-compartido-en-v1', { proves: ['A-143'], requires: ['cgroup1'] }, async ({ run }) => {
  const { host, byDefault, asked, renounced } = await cgroupSpaces(run);
  expect(byDefault).toBe(host);
  expect(renounced).toBe(host);
  expect(asked).not.toBe(host);
});

claim('cgroupns-propio-en-v2', { proves: ['A-143'], requires: ['cgroup2'] }, async ({ run }) => {
  const { host, byDefault, asked, renounced } = await cgroupSpaces(run);
  expect(byDefault).not.toBe(host);
  expect(asked).not.toBe(host);
  expect(renounced).toBe(host);
  await run.ok(`docker run -d --name caja --pids-limit 50 ${SLEEP}`);
  expect(await run.ok('docker exec caja cat /proc/1/cgroup')).toBe('0::/');
  expect(await run.ok(`cat /proc/${await hostPid(run, 'caja')}/cgroup`)).toMatch(/docker.*[0-9a-f]{64}/);
  expect(await run.ok('docker exec caja cat /sys/fs/cgroup/pids.max')).toBe('50');
});

claim('cgroupns-oculta-la-ruta', { requires: ['cgroup1'] }, async ({ run }) => {
  const route = /^\d+:pids:\/docker\/[0-9a-f]{64}$/;
  const limit = '/sys/fs/cgroup/pids/pids.max';
  for (const [name, mode] of [
    ['oculta', 'private'],
    ['abierta', 'host'],
  ] as const) {
    await run.ok(`docker run -d --name ${name} --cgroupns ${mode} --pids-limit 50 ${SLEEP}`);
    // From outside, the same kind of group and the same limit.
    expect(await run.ok(`grep pids /proc/${await hostPid(run, name)}/cgroup`)).toMatch(route);
    expect(await run.ok(`docker exec ${name} cat ${limit}`)).toBe('50');
  }
  expect(await run.ok('docker exec oculta grep pids /proc/1/cgroup')).toMatch(/^\d+:pids:\/$/);
  expect(await run.ok('docker exec abierta grep pids /proc/1/cgroup')).toMatch(route);
});

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
