/** Claims of the page fundamentos/contenedores-y-maquinas-virtuales. */

import { claim, expect } from '../../support/claim.ts';
import { layersOf } from '../../support/layers.ts';
import { pidOf, SLEEP } from './_arquitectura.ts';

claim('mismo-nucleo', { proves: ['A-160'] }, async ({ run }) => {
  await run.ok('docker pull -q debian:trixie-slim');
  const kernel = await run.ok('cat /proc/sys/kernel/osrelease /proc/sys/kernel/random/boot_id');
  const inside = 'docker run --rm debian:trixie-slim';
  expect(await run.ok(`${inside} cat /proc/sys/kernel/osrelease /proc/sys/kernel/random/boot_id`)).toBe(
    kernel,
  );
  expect(await run.ok(`${inside} ls -A /boot`)).toBe('');
  expect((await run(`${inside} ls /lib/modules`)).exitCode).toBe(2);
  // Nor anywhere else; and the search would find one.
  const search = `find / -xdev \\( -name "vmlinu*" -o -name "*.ko" -o -name "*.ko.?z*" \\)`;
  expect(await run.ok(`${inside} ${search.replaceAll('"', "'")}`)).toBe('');
  expect(await run.ok(`${inside} sh -c 'touch /boot/vmlinuz-6 && ${search}'`)).toBe('/boot/vmlinuz-6');
});

claim('arranque-en-decimas', { proves: ['A-141'] }, async ({ run }) => {
  await run.ok('docker run --rm -q busybox:1.37 true');
  const least = async (command: string) => {
    const times: number[] = [];
    for (let n = 0; n < 5; n++) {
      const { exitCode, ms } = await run(command);
      expect(exitCode).toBe(0);
      times.push(ms);
    }
    // The least: what the machine does meanwhile can only add.
    return Math.min(...times);
  };
  const short = await least('docker run --rm busybox:1.37 true');
  expect(short).toBeLessThan(1000);
  // The clock that measures it does see a second.
  expect(await least('docker run --rm busybox:1.37 sleep 1')).toBeGreaterThan(1000);
});

claim('capa-nueva-no-ocupa', { proves: ['A-152'] }, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37');
  for (const n of [1, 2, 3]) await run.ok(`docker run -d --name c${n} ${SLEEP}`);
  // What Docker counts, and what there is in the folder.
  const size = (name: string) => run.ok(`docker ps -s --filter name=${name} --format '{{.Size}}'`);
  const folder = async (name: string) => (await layersOf(run, name)).upper;
  const bytes = async (name: string) =>
    Number((await run.ok(`du -sb --apparent-size ${await folder(name)}`)).split('\t')[0]);
  const files = async (name: string) => run.ok(`find ${await folder(name)} -type f | wc -l`);
  for (const n of [1, 2, 3]) {
    expect(await size(`c${n}`)).toMatch(/^0B \(virtual /);
    expect(await files(`c${n}`)).toBe('0');
  }
  const empty = await bytes('c1');
  await run.ok('docker exec c1 dd if=/dev/zero of=/f bs=1M count=2');
  expect(await size('c1')).toMatch(/^2\.1MB \(virtual /);
  expect((await bytes('c1')) - empty).toBeGreaterThanOrEqual(2 * 1024 ** 2);
  expect(await files('c2')).toBe('0');
});

claim('el-reloj-es-del-anfitrion', {}, async ({ run }) => {
  const before = Number(await run.ok('date +%s'));
  const set = await run(`docker run --rm -q debian:trixie-slim date -s '2020-01-01 00:00'`);
  expect(set.exitCode).toBe(1);
  expect(set.output).toContain('Operation not permitted');
  expect(Number(await run.ok('date +%s'))).toBeGreaterThanOrEqual(before);
  // The clock is this machine's, which nobody lent: the control asks it for the speed that it has already.
  const tune = (options: string) => run(`docker run --rm -q ${options} busybox:1.37 adjtimex -t 10000`);
  expect((await tune('')).output).toContain('Operation not permitted');
  expect((await tune('--cap-add SYS_TIME')).output).toMatch(/tick:\s+10000/);
});

claim('ve-toda-la-memoria', {}, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37');
  const total = await run.ok('grep MemTotal /proc/meminfo');
  const limited = 'docker run --rm --memory 64m busybox:1.37';
  expect(await run.ok(`${limited} grep MemTotal /proc/meminfo`)).toBe(total);
  // And yet the limit is there: 100 MiB do not fit in it, and without it they do.
  const fill = `dd if=/dev/zero of=/dev/null bs=100M count=1`;
  expect((await run(`docker run --rm --memory 64m --memory-swap 64m busybox:1.37 ${fill}`)).exitCode).toBe(
    137,
  );
  expect((await run(`docker run --rm busybox:1.37 ${fill}`)).exitCode).toBe(0);
});

claim('root-es-el-mismo-root', {}, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${SLEEP} && docker run -d --name otra --user 1000 ${SLEEP}`);
  expect(await run.ok('docker exec caja cat /proc/self/uid_map')).toMatch(/^\s*0\s+0\s+4294967295$/);
  const owner = async (name: string) => run.ok(`ps -o uid= -p ${await pidOf(run, name)}`);
  expect(await owner('caja')).toBe('0');
  expect(await owner('otra')).toBe('1000');
  // With fewer powers: its capabilities are fewer than this root's.
  const powers = async (pid: string) =>
    BigInt(`0x${await run.ok(`grep CapEff /proc/${pid}/status | cut -f 2`)}`);
  expect(await powers(await pidOf(run, 'caja'))).toBeLessThan(await powers('$$'));
});
