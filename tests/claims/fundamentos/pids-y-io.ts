/** Claims of the page fundamentos/pids-y-io. */

import { claim, expect } from '../../support/claim.ts';
import { IDLE } from '../../support/limits.ts';
import { overlay2Engine } from '../../support/other-store.ts';

claim('pids-limit-frena', { proves: ['A-023'] }, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37');
  const bomb = `busybox:1.37 sh -c 'for i in $(seq 20); do sleep 2 & done; wait'`;
  const stopped = await run(`docker run --rm --pids-limit 20 ${bomb}`);
  expect(stopped.exitCode).toBe(2);
  expect(stopped.output).toContain(`can't fork: Resource temporarily unavailable`);
  // The shell itself is one of them.
  expect((await run(`docker run --rm --pids-limit 21 ${bomb}`)).exitCode).toBe(0);
});

claim('exec-cuenta-para-pids', {}, async ({ run }) => {
  await run.ok(`docker run -d --name justo --pids-limit 20 ${IDLE}`);
  await run.ok(`docker run -d --name libre ${IDLE}`);
  const bomb = `sh -c 'for i in $(seq 30); do sleep 1 & done; wait'`;
  expect((await run(`docker exec libre ${bomb}`)).exitCode).toBe(0);
  const stopped = await run(`docker exec justo ${bomb}`);
  expect(stopped.exitCode).toBe(2);
  expect(stopped.output).toContain(`can't fork`);
});

claim('los-hilos-cuentan', { proves: ['A-023'] }, async ({ run }) => {
  const threads = `python:3.13-slim-trixie python3 -c 'import threading, time
for _ in range(20): threading.Thread(target=time.sleep, args=(1,)).start()'`;
  const stopped = await run(`docker run --rm --pids-limit 10 ${threads}`);
  expect(stopped.exitCode).toBe(1);
  expect(stopped.output).toContain(`can't start new thread`);
  expect((await run(`docker run --rm --pids-limit 40 ${threads}`)).exitCode).toBe(0);
});

claim('tmpfs-cuenta-memoria', {}, async ({ run }) => {
  const fill = `--tmpfs /t busybox:1.37 sh -c 'dd if=/dev/zero of=/t/f bs=64k count=640; exit $?'`;
  expect((await run(`docker run --rm ${fill}`)).exitCode).toBe(0);
  expect((await run(`docker run --rm -m 16m ${fill}`)).exitCode).toBe(137);
});

claim('ulimit-por-contenedor', { proves: ['A-131'] }, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37');
  const limits = `sh -c 'ulimit -Sn; ulimit -Hn'`;
  expect(await run.ok(`docker run --rm --ulimit nofile=100:200 busybox:1.37 ${limits}`)).toBe('100\n200');
  expect(await run.ok(`docker run --rm --ulimit nofile=300:400 busybox:1.37 ${limits}`)).toBe('300\n400');
});

claim('nofile-se-nota', { proves: ['A-131'] }, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37');
  const open = (files: number) =>
    run(
      `docker run --rm --ulimit nofile=20 busybox:1.37 sh -c 'paste $(yes /etc/passwd | head -${files}) > /dev/null'`,
    );
  // Besides its input and its two outputs.
  expect((await open(17)).exitCode).toBe(0);
  const tooMany = await open(18);
  expect(tooMany.exitCode).toBe(1);
  expect(tooMany.output).toContain('Too many open files');
});

claim('nproc-por-usuario', { proves: ['A-131'] }, async ({ run }) => {
  const many = `--ulimit nproc=100 busybox:1.37 sh -c 'for i in $(seq 60); do sleep SECONDS & done; wait'`;
  const start = (options: string, seconds: number) =>
    run(`docker run ${options} ${many.replace('SECONDS', String(seconds))}`);
  expect((await start('-d --name uno --user 1234', 1000)).exitCode).toBe(0);
  await run.until('test $(docker top uno | wc -l) -ge 62');
  const sameUser = await start('--rm --user 1234', 2);
  expect(sameUser.exitCode).toBe(2);
  expect(sameUser.output).toContain(`can't fork: Resource temporarily unavailable`);
  expect((await start('--rm --user 4321', 2)).exitCode).toBe(0);
  // A limit of the group is counted container by container.
  const group = (name: string) =>
    run(
      `docker run -d --name ${name} --user 1234 --pids-limit 100 busybox:1.37 sh -c 'for i in $(seq 60); do sleep 100 & done; wait'`,
    );
  for (const name of ['a1', 'a2']) {
    await group(name);
    await run.until(`test $(docker top ${name} | wc -l) -ge 62`);
  }
});

claim('storage-opt-no-limita', {}, async ({ run }) => {
  const write = (docker: string) =>
    run(
      `${docker} run --rm --network none --storage-opt size=10m busybox:1.37 sh -c 'head -c 20m /dev/zero > /f; wc -c < /f'`,
    );
  await run.ok('docker pull -q busybox:1.37');
  expect(await write('docker')).toMatchObject({ exitCode: 0, output: expect.stringContaining('20971520') });
  const refused = await write(await overlay2Engine(run, 'busybox:1.37'));
  expect(refused.exitCode).toBe(125);
  expect(refused.output).toContain(
    `--storage-opt is supported only for overlay over xfs with 'pquota' mount option`,
  );
});

claim('write-bps-frena-la-directa', { proves: ['A-024'], requires: ['cgroup1'] }, async ({ run }) => {
  await run.ok('docker pull -q debian:trixie-slim && mkdir /root/datos');
  // The sandbox's files are on the disk that the outer engine mounts its /etc/hosts from.
  const source = await run.ok('findmnt -nvo SOURCE /etc/hosts');
  // Limits are of whole disks: for a partition, the disk that it belongs to.
  const parent = await run.ok(`lsblk -no PKNAME ${source} | head -1`);
  const disk = parent ? `/dev/${parent}` : source;
  const write = async (limit: string, how: string) => {
    const started = await run.ok(
      `docker run --rm ${limit} -v /root/datos:/d debian:trixie-slim dd if=/dev/zero of=/d/f bs=1M count=30 ${how} 2>&1`,
    );
    return Number(started.match(/copied, ([\d.]+) s/)?.[1]);
  };
  // 30 MiB at 10 MB/s take three seconds at least.
  const direct = await write(`--device-write-bps ${disk}:10mb`, 'oflag=direct');
  expect(direct).toBeGreaterThan(2.5);
  expect(await write(`--device-write-bps ${disk}:10mb`, '')).toBeLessThan(direct / 2);
  // Control: without the limit, the same writing is not held back.
  expect(await write('', 'oflag=direct')).toBeLessThan(direct / 2);
});
