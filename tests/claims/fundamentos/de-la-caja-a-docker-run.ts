/** Claims of the page fundamentos/de-la-caja-a-docker-run. */

import { claim, expect } from '../../support/claim.ts';
import { BUSYBOX, hostPid, SLEEP, sharedKinds } from './_espacios.ts';

claim('privileged-que-quita', {}, async ({ run }) => {
  const look = async (name: string, options: string) => {
    await run.ok(`docker run -d --name ${name} ${options} --pids-limit 50 ${SLEEP}`);
    const pid = await hostPid(run, name);
    const has = async (command: string) =>
      (await run(`docker exec ${name} sh -c '${command}'`)).exitCode === 0;
    return {
      capabilities: (await run.ok(`grep CapBnd /proc/${pid}/status`)).split('\t')[1],
      filter: (await run.ok(`grep Seccomp: /proc/${pid}/status`)).split('\t')[1],
      devices: await has('mknod /tmp/r c 1 11 && dd if=/tmp/r count=0'),
      maskedPaths: await has('grep -q " /proc/" /proc/mounts'),
      writableSys: await has('grep -q " /sys sysfs rw" /proc/mounts'),
      shared: await sharedKinds(run, pid),
      limit: await run.ok(
        `docker exec ${name} sh -c 'cat /sys/fs/cgroup/pids/pids.max 2> /dev/null || cat /sys/fs/cgroup/pids.max'`,
      ),
    };
  };
  const ordinary = await look('corriente', '');
  const privileged = await look('privilegiado', '--privileged');
  const mine = (await run.ok('grep CapBnd /proc/$$/status')).split('\t')[1];
  expect(ordinary).toMatchObject({
    filter: '2',
    devices: false,
    maskedPaths: true,
    writableSys: false,
    limit: '50',
  });
  expect(privileged).toMatchObject({
    filter: '0',
    devices: true,
    maskedPaths: false,
    writableSys: true,
    limit: '50',
  });
  expect(ordinary.capabilities).toBe('00000000a80425fb');
  expect(privileged.capabilities).toBe(mine);
  // What it leaves as it was: the spaces and the limit.
  for (const kind of ['mnt', 'pid', 'net', 'uts', 'ipc']) expect(privileged.shared).not.toContain(kind);
  expect(privileged.shared).toContain('user');
});

claim('lo-que-da-sin-pedirlo', {}, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${SLEEP}`);
  const inside = (command: string) => run.ok(`docker exec caja sh -c '${command}'`);
  const asked = (options: string, command: string) =>
    run.ok(`docker run --rm ${options} ${BUSYBOX} sh -c '${command}'`);
  // A root of its own that it may write in.
  expect(await inside('head -1 /proc/mounts | cut -d" " -f1-2')).toBe('overlay /');
  expect(await inside('touch /f && echo bien')).toBe('bien');
  expect(await asked('--read-only', 'touch /f 2> /dev/null || echo no')).toBe('no');
  // /proc and the most ordinary devices; one more with --device.
  expect(
    await inside(
      'ls /dev/null /dev/zero /dev/full /dev/random /dev/urandom /dev/tty /proc/1/cmdline | wc -l',
    ),
  ).toBe('7');
  expect(await inside('ls /dev/kmsg 2> /dev/null || echo no')).toBe('no');
  expect(await asked('--device /dev/kmsg', 'ls /dev/kmsg')).toBe('/dev/kmsg');
  // Its identifier for a name.
  const id = await run.ok(`docker inspect -f '{{.Id}}' caja`);
  expect(await inside('hostname')).toBe(id.slice(0, 12));
  // 64 MiB of shared memory.
  const shm = 'df -k /dev/shm | tail -1 | tr -s " " | cut -d" " -f2';
  expect(await inside(shm)).toBe(String(64 * 1024));
  expect(await asked('--shm-size 128m', shm)).toBe(String(128 * 1024));
  // A cable to docker0.
  expect(await inside('ls /sys/class/net')).toBe('eth0\nlo');
  expect(await run.ok('ip -br link show master docker0 | wc -l')).toBe('1');
  expect(await asked('--network none', 'ls /sys/class/net')).toBe('lo');
  // No limit of processes is asked for, and no folder of the host.
  expect(await run.ok(`docker inspect -f '{{.HostConfig.PidsLimit}} {{.Mounts}}' caja`)).toBe('<nil> []');
  // Whose order is the image's.
  expect(await run.ok(`docker image inspect -f '{{.Config.Cmd}}' ${BUSYBOX}`)).toBe('[sh]');
  expect(await run.ok(`docker run -d ${BUSYBOX} | xargs docker inspect -f '{{.Config.Cmd}}'`)).toBe('[sh]');
});
