/** Claims of the page fundamentos/medir-y-cambiar-limites. */

import { claim, expect, type Run } from '../../support/claim.ts';
import { composeService } from '../../support/compose.ts';
import { BUSY, groupFile, IDLE, limitsOf } from '../../support/limits.ts';

claim('update-en-caliente', { proves: ['A-025'] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja -m 64m --pids-limit 20 ${IDLE}`);
  const process = `docker inspect -f '{{.State.Pid}} {{.State.StartedAt}}' caja`;
  const before = await run.ok(process);
  const limits = async () => [
    await run.ok(groupFile('caja', 'memory.max', 'memory.limit_in_bytes')),
    await run.ok(groupFile('caja', 'pids.max')),
  ];
  expect(await limits()).toEqual([String(64 << 20), '20']);
  await run.ok('docker update -m 96m --memory-swap 192m --pids-limit 50 caja');
  expect(await limits()).toEqual([String(96 << 20), '50']);
  expect(await run.ok(process)).toBe(before);
  // Control: a restart does show in that comparison.
  await run.ok('docker restart -t 0 caja');
  expect(await run.ok(process)).not.toBe(before);
});

const V1_LIMITS = ['memory.limit_in_bytes', 'memory.memsw.limit_in_bytes', 'cpu.cfs_quota_us', 'pids.max'];

claim(
  'update-con-error-no-cambia',
  { proves: ['A-129', 'A-130'], requires: ['cgroup1'] },
  async ({ run }) => {
    // Full of what cannot be given back: less memory than it uses is refused by the kernel, not by the engine.
    await run.ok(
      `docker run -d --name caja -m 64m --cpus 0.5 --pids-limit 20 --tmpfs /t busybox:1.37 sh -c 'head -c 40m /dev/zero > /t/f; echo lleno; sleep infinity'`,
    );
    await run.until('docker logs caja | grep lleno');
    const state = async () =>
      `${await run.ok(`docker inspect -f '{{.HostConfig.Memory}} {{.HostConfig.MemorySwap}} {{.HostConfig.NanoCpus}} {{.HostConfig.PidsLimit}}' caja`)} ${await limitsOf(run, 'caja', V1_LIMITS)}`;
    const before = await state();
    for (const [options, message] of [
      ['-m 200m', 'Memory limit should be smaller than already set memoryswap limit'],
      ['-m 1m', 'Minimum memory limit allowed is 6MB'],
      ['--cpus 9999', 'range of CPUs is from 0.01 to'],
      ['--cpuset-cpus 500', 'Requested CPUs are not available'],
      ['-m 20m --memory-swap 20m', 'unable to set memory limit to 20971520'],
    ]) {
      // Together with others that are right: none of them may be done.
      const failed = await run(`docker update --pids-limit 50 ${options} caja`);
      expect(failed.exitCode, options).toBe(1);
      expect(failed.output).toContain(message);
      expect(await state(), options).toBe(before);
    }
    // Control: what is right, alone, does change it.
    await run.ok('docker update --pids-limit 50 caja');
    expect(await state()).not.toBe(before);
  },
);

claim('update-a-medias', { proves: ['A-022'], requires: ['cgroup1'] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${IDLE}`);
  expect(await run.ok(groupFile('caja', 'cpu.shares'))).toBe('1024');
  const failed = await run('docker update --cpu-shares 1 caja');
  expect(failed.exitCode).toBe(1);
  expect(failed.output).toContain('the minimum allowed cpu-shares is 2');
  expect(await run.ok(groupFile('caja', 'cpu.shares'))).toBe('2');
  expect(await run.ok(`docker inspect -f '{{.HostConfig.CpuShares}}' caja`)).toBe('0');
});

claim('update-no-pasa-a-compose', { proves: ['A-025'] }, async ({ run }) => {
  await composeService(run, 'pids_limit: 20');
  await run.ok('docker compose up -d');
  const limit = () => run.ok(groupFile('p-caja-1', 'pids.max'));
  await run.ok('docker update --pids-limit 50 p-caja-1 && docker restart -t 0 p-caja-1');
  expect(await limit()).toBe('50');
  await run.ok('docker compose up -d --force-recreate -t 0');
  expect(await limit()).toBe('20');
});

claim('stats-por-columnas', { proves: ['A-025'] }, async ({ run }) => {
  const column = async (name: string, field: string) =>
    run.ok(`docker stats --no-stream --format '{{.${field}}}' ${name}`);
  await run.ok(`docker run -d --name atada -m 64m ${IDLE}`);
  await run.ok('docker pull -q python:3.13-slim-trixie && mkdir /root/datos');
  await run.ok(
    `docker run -d --name hilos -v /root/datos:/d python:3.13-slim-trixie python3 -c 'import threading, time
for _ in range(5): threading.Thread(target=time.sleep, args=(600,)).start()'`,
  );
  await run.until(`docker stats --no-stream --format '{{.PIDs}}' hilos | grep -x 6`);
  const memory = await column('atada', 'MemUsage');
  expect(memory).toMatch(/ \/ 64MiB$/);
  const total = Number((await run.ok('grep MemTotal /proc/meminfo')).match(/\d+/)?.[0]) / 1024 / 1024;
  const [, gib] = (await column('hilos', 'MemUsage')).match(/ \/ ([\d.]+)GiB$/) ?? [];
  expect(Number(gib)).toBeCloseTo(total, 1);
  // Bytes that another one sends it, and those that it answers with.
  const bytes = async () => (await column('atada', 'NetIO')).split(' / ').map(bytesOf);
  const [inBefore = 0, outBefore = 0] = await bytes();
  const address = await run.ok(
    `docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' atada`,
  );
  await run.ok(`docker run --rm busybox:1.37 ping -c 3 -s 20000 ${address}`);
  const [inAfter = 0, outAfter = 0] = await bytes();
  for (const grown of [inAfter - inBefore, outAfter - outBefore]) {
    expect(grown).toBeGreaterThan(60_000);
    expect(grown).toBeLessThan(90_000);
  }
});

function bytesOf(text: string): number {
  const [, figure, unit = ''] = text.match(/^([\d.]+)(k|M|G)?B$/) ?? [];
  return Number(figure) * ({ k: 1e3, M: 1e6, G: 1e9 }[unit] ?? 1);
}

claim('stats-cpu-de-una', { proves: ['A-025'] }, async ({ run }) => {
  await run.ok(`docker run -d --name uno --cpus 0.5 ${BUSY}`);
  // Both at once, because the machine may have other work: of how many processors it is a percentage is the question.
  const shell = `docker stats --no-stream --format '{{.CPUPerc}}' uno > /tmp/stats &`;
  const ratios = [];
  for (let index = 0; index < 3; index++) {
    const pid = await run.ok(`docker inspect -f '{{.State.Pid}}' uno`);
    const spentNow = `cut -d' ' -f1 /proc/uptime; awk '{print ($14 + $15) / 100}' /proc/${pid}/stat`;
    const figures = (await run.ok(`{ ${spentNow}; }; ${shell} wait; { ${spentNow}; }; cat /tmp/stats`)).split(
      '\n',
    );
    const [t0, c0, t1, c1, shown] = figures.map((figure) => Number.parseFloat(figure)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    ratios.push(shown / 100 / ((c1 - c0) / (t1 - t0)));
  }
  const middle = ratios.sort((one, other) => one - other)[1];
  // Of the whole machine it would be half of this with two processors, and less with more.
  expect(Number(await run.ok('nproc'))).toBeGreaterThan(1);
  expect(middle).toBeGreaterThan(0.7);
  expect(middle).toBeLessThan(1.4);
});

claim('update-dura', { proves: ['A-025'] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja --pids-limit 20 ${IDLE}`);
  const process = `docker inspect -f '{{.State.Pid}}' caja`;
  const before = await run.ok(process);
  await run.ok('docker update --pids-limit 50 caja && docker restart -t 0 caja');
  expect(await run.ok(process)).not.toBe(before);
  expect(await run.ok(groupFile('caja', 'pids.max'))).toBe('50');
});

const OF_THE_TABLE = `-m 64m --memory-swap 96m --memory-reservation 32m --cpus 0.5 --cpuset-cpus 0 --cpu-shares 512 --pids-limit 20 --ulimit nofile=100:200`;

type Rows = readonly (readonly [file: string, value: string])[];

/** Fails unless a container has in its group what the table says. */
async function expectFiles(run: Run, options: string, rows: Rows): Promise<void> {
  await run.ok(`docker run -d --name caja ${options} ${IDLE}`);
  const files = rows.map(([file]) => file);
  const values = await limitsOf(run, 'caja', files);
  expect(files.map((file, index) => [file, values[index]])).toEqual(rows);
  expect(await run.ok(`docker exec caja sh -c 'ulimit -Sn; ulimit -Hn'`)).toBe('100\n200');
}

/** First disk of the machine, and its number. */
async function firstDisk(run: Run): Promise<[name: string, number: string]> {
  const disk = await run.ok(`lsblk -dnpo NAME,TYPE | awk '$2 == "disk" {print $1; exit}'`);
  return [disk, await run.ok(`lsblk -dno MAJ:MIN ${disk}`)];
}

claim('tabla-de-archivos', { proves: ['A-129', 'A-147'], requires: ['cgroup1'] }, async ({ run }) => {
  const [disk, number] = await firstDisk(run);
  const rows: Rows = [
    ['memory.limit_in_bytes', String(64 << 20)],
    ['memory.memsw.limit_in_bytes', String(96 << 20)],
    ['memory.soft_limit_in_bytes', String(32 << 20)],
    ['cpu.cfs_quota_us', '50000'],
    ['cpu.cfs_period_us', '100000'],
    ['cpu.shares', '512'],
    ['cpuset.cpus', '0'],
    ['pids.max', '20'],
    ['blkio.throttle.write_bps_device', `${number} 10485760`],
    ['memory.oom_control', 'oom_kill_disable 1\nunder_oom 0\noom_kill 0'],
  ];
  await expectFiles(run, `${OF_THE_TABLE} --device-write-bps ${disk}:10mb --oom-kill-disable`, rows);
  // Control: without options, each file says something else; the period is the same unless it is asked for.
  await run.ok(`docker run -d --name libre ${IDLE}`);
  const files = rows.map(([file]) => file);
  const values = await limitsOf(run, 'libre', files);
  const same = files.filter((_, index) => values[index] === rows[index]?.[1]);
  expect(same).toEqual(['cpu.cfs_period_us']);
});

// Its control, what these files say without options, is that of sin-limites-en-v2 and peso-en-v2: here it costs minutes.
claim('tabla-de-archivos-v2', { proves: ['A-129', 'A-147'], requires: ['cgroup2'] }, async ({ run }) => {
  const [disk, number] = await firstDisk(run);
  await expectFiles(run, `${OF_THE_TABLE} --device-write-bps ${disk}:10mb`, [
    ['memory.max', String(64 << 20)],
    ['memory.swap.max', String(32 << 20)],
    ['memory.low', String(32 << 20)],
    ['cpu.max', '50000 100000'],
    ['cpu.weight', '59'],
    ['cpuset.cpus', '0'],
    ['pids.max', '20'],
    ['io.max', `${number} rbps=max wbps=10485760 riops=max wiops=max`],
  ]);
});
