/** Claims of the page fundamentos/grupos-de-control. */

import { claim, expect, type Run } from '../../support/claim.ts';
import { HOLDS_40M, IDLE, limitsOf } from '../../support/limits.ts';

claim('sin-limites-por-defecto', { proves: ['A-147'] }, async ({ run }) => {
  await run.ok(`docker run -d --name libre ${IDLE}`);
  await run.ok(`docker run -d --name atada -m 64m --cpus 0.5 --pids-limit 20 ${IDLE}`);
  const asked = (name: string) =>
    run.ok(
      `docker inspect -f '{{.HostConfig.Memory}} {{.HostConfig.NanoCpus}} {{.HostConfig.CpuQuota}} {{.HostConfig.PidsLimit}}' ${name}`,
    );
  expect(await asked('libre')).toBe('0 0 0 <no value>');
  expect(await asked('atada')).toBe('67108864 500000000 0 20');
});

claim('sin-limites-en-v1', { proves: ['A-147'], requires: ['cgroup1'] }, async ({ run }) => {
  expect(await run.ok(`docker info -f '{{.CgroupDriver}}'`)).toBe('cgroupfs');
  const files = ['memory.limit_in_bytes', 'cpu.cfs_quota_us', 'pids.max'];
  await run.ok(`docker run -d --name libre ${IDLE}`);
  // Without a limit, v1 writes the greatest multiple of a page that fits in 63 bits.
  expect(await limitsOf(run, 'libre', files)).toEqual(['9223372036854771712', '-1', 'max']);
  await run.ok(`docker run -d --name atada -m 64m --cpus 0.5 --pids-limit 20 ${IDLE}`);
  expect(await limitsOf(run, 'atada', files)).toEqual([String(64 << 20), '50000', '20']);
});

claim('sin-limites-en-v2', { proves: ['A-147'], requires: ['cgroup2', 'systemd'] }, async ({ run }) => {
  await run.ok(`docker run -d --name libre ${IDLE}`);
  const files = ['memory.max', 'cpu.max', 'pids.max'];
  const most = (await run.ok('systemctl show -p DefaultTasksMax')).replace('DefaultTasksMax=', '');
  expect(most).toMatch(/^\d+$/);
  expect(await limitsOf(run, 'libre', files)).toEqual(['max', 'max 100000', most]);
  const id = await run.ok(`docker inspect -f '{{.Id}}' libre`);
  expect(await run.ok(`cat /sys/fs/cgroup/system.slice/docker-${id}.scope/pids.max`)).toBe(most);
  await run.ok('docker update -m 64m --memory-swap 64m --cpus 0.5 --pids-limit 20 libre');
  expect(await limitsOf(run, 'libre', files)).toEqual([String(64 << 20), '50000 100000', '20']);
});

claim('sin-limite-de-red', { proves: ['A-148'] }, async ({ run }) => {
  const help = await run.ok('docker run --help');
  expect(help).not.toMatch(/bandwidth|net[a-z-]*-(bps|rate)/i);
  expect(help).not.toMatch(/hugetlb|rdma/i);
  // Control: those of the disk are found by the same means.
  const rates = help.match(/--[a-z-]+-(bps|iops)\b/g);
  expect(rates?.sort()).toEqual([
    '--device-read-bps',
    '--device-read-iops',
    '--device-write-bps',
    '--device-write-iops',
  ]);
});

interface HandMade {
  group: string;
  limit: string;
  count: string;
}

/** Fails unless a group made by hand kills what goes over its limit, and only then. */
async function expectGroupToLimit(run: Run, { group, limit, count }: HandMade): Promise<void> {
  await run.ok(`mkdir ${group}`);
  const hold = `bash -c 'echo $$ > ${group}/cgroup.procs; ${HOLDS_40M}'`;
  // Control: in the same group, before the limit is written.
  expect((await run(hold)).exitCode).toBe(0);
  expect(await run.ok(`grep -w oom_kill ${group}/${count}`)).toBe('oom_kill 0');
  await run.ok(`echo 32M > ${group}/${limit}`);
  expect((await run(hold)).exitCode).toBe(137);
  expect(await run.ok(`grep -w oom_kill ${group}/${count}`)).toBe('oom_kill 1');
  await run.ok(`rmdir ${group}`);
}

claim('grupo-a-mano-limita', { requires: ['cgroup2'] }, ({ run }) =>
  expectGroupToLimit(run, { group: '/sys/fs/cgroup/demo', limit: 'memory.max', count: 'memory.events' }),
);

claim('grupo-a-mano-limita-v1', { requires: ['cgroup1'] }, ({ run }) =>
  expectGroupToLimit(run, {
    group: '/sys/fs/cgroup/memory/demo',
    limit: 'memory.limit_in_bytes',
    count: 'memory.oom_control',
  }),
);

/** Fails unless the limit of a group holds for its daughters, which have none, and unless that is the reason. */
async function expectParentToLimit(run: Run, parent: string): Promise<void> {
  await run.ok(`mkdir -p ${parent}/hija`);
  const eight = `bash -c 'echo $$ > ${parent}/hija/cgroup.procs; exec sh -c "for i in 1 2 3 4 5 6 7 8; do sleep 1 & done; wait"'`;
  expect((await run(eight)).exitCode).toBe(0);
  await run.ok(`echo 5 > ${parent}/pids.max`);
  // In v2 the daughter of a group that hands no controller down has no such file.
  expect((await run(`cat ${parent}/hija/pids.max 2> /dev/null`)).output.trim()).toMatch(/^(max)?$/);
  const stopped = await run(eight);
  expect(stopped.exitCode).not.toBe(0);
  expect(stopped.output).toMatch(/cannot fork/i);
}

claim('limite-del-padre', { requires: ['cgroup2'] }, ({ run }) =>
  expectParentToLimit(run, '/sys/fs/cgroup/demo'),
);

claim('limite-del-padre-v1', { requires: ['cgroup1'] }, ({ run }) =>
  expectParentToLimit(run, '/sys/fs/cgroup/pids/demo'),
);

/** Lines of /proc/self/cgroup of a process that enters a new group, and how many of three files that group has. */
async function enterGroup(run: Run, group: string): Promise<{ lines: string[]; offers: string }> {
  await run.ok(`mkdir ${group}`);
  const inside = await run.ok(`bash -c 'echo $$ > ${group}/cgroup.procs; cut -d: -f2- /proc/self/cgroup'`);
  const only = await run(`ls ${group} | grep -c -x -e cgroup.kill -e memory.events -e memory.pressure`);
  await run.ok(`rmdir ${group}`);
  return { lines: inside.split('\n'), offers: only.output.trim() };
}

claim('v1-varios-arboles', { requires: ['cgroup1'] }, async ({ run }) => {
  const { lines, offers } = await enterGroup(run, '/sys/fs/cgroup/memory/demo');
  expect(lines).toEqual(expect.arrayContaining(['memory:/demo', 'pids:/']));
  expect(offers).toBe('0');
});

claim('v2-un-arbol', { requires: ['cgroup2'] }, async ({ run }) => {
  const { lines, offers } = await enterGroup(run, '/sys/fs/cgroup/demo');
  expect(lines).toEqual([':/demo']);
  expect(offers).toBe('3');
});

claim('opciones-son-archivos', { proves: ['A-025'], requires: ['cgroup2'] }, async ({ run }) => {
  await run.ok(
    `docker run -d --name caja -m 64m --memory-swap 96m --memory-reservation 32m --cpus 0.5 --cpuset-cpus 0 --pids-limit 20 ${IDLE}`,
  );
  const files = 'memory.max memory.swap.max memory.low cpu.max cpuset.cpus pids.max';
  expect((await run.ok(`docker exec -w /sys/fs/cgroup caja cat ${files}`)).split('\n')).toEqual([
    String(64 << 20),
    String(32 << 20),
    String(32 << 20),
    '50000 100000',
    '0',
    '20',
  ]);
  await run.ok('docker update -m 80m caja');
  expect(await run.ok('docker exec caja cat /sys/fs/cgroup/memory.max')).toBe(String(80 << 20));
});
