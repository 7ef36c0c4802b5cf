/** Claims of the page fundamentos/espacio-de-cgroup. */

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
