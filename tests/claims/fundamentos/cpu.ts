/** Claims of the page fundamentos/cpu. */

import { claim, expect, type Run } from '../../support/claim.ts';
import { composeService } from '../../support/compose.ts';
import { BUSY, groupFile, IDLE } from '../../support/limits.ts';

/** Seconds of processor that the main process of each container spends while this machine's clock runs. */
async function processorTime(run: Run, seconds: number, ...names: string[]): Promise<number[]> {
  const pids = (await run.ok(`docker inspect -f '{{.State.Pid}}' ${names.join(' ')}`)).split('\n');
  const read = `cut -d' ' -f1 /proc/uptime; ${pids.map((pid) => `awk '{print ($14 + $15) / 100}' /proc/${pid}/stat`).join('; ')}`;
  const figures = (await run.ok(`{ ${read}; }; sleep ${seconds}; { ${read}; }`)).split('\n').map(Number);
  const elapsed = spent(figures, pids.length + 1, 0);
  return names.map((_, index) => spent(figures, pids.length + 1, index + 1) / elapsed);
}

function spent(figures: number[], width: number, index: number): number {
  return (figures[width + index] ?? Number.NaN) - (figures[index] ?? Number.NaN);
}

claim('cpus-es-un-techo', { proves: ['A-021'] }, async ({ run }) => {
  await run.ok(`docker run -d --name techo --cpus 0.25 ${BUSY}`);
  await run.until(`${groupFile('techo', 'cpu.stat')} | grep -E '^nr_throttled [1-9]'`);
  await run.ok(`docker run -d --name libre ${BUSY}`);
  const [share = Number.NaN, free = Number.NaN] = await processorTime(run, 8, 'techo', 'libre');
  expect(share).toBeGreaterThan(0);
  expect(share).toBeLessThan(0.28);
  expect(free).toBeGreaterThan(0);
  // Control: the same loop beside it is never held back. How much each gets depends on what else the machine does.
  expect(await run.ok(`${groupFile('libre', 'cpu.stat')} | grep nr_throttled`)).toBe('nr_throttled 0');
});

claim('cpus-no-dedica', { proves: ['A-020', 'A-132'] }, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37');
  const all = await run.ok('nproc');
  expect(await run.ok('docker run --rm --cpus 0.5 busybox:1.37 nproc')).toBe(all);
  for (const name of ['uno', 'dos']) await run.ok(`docker run -d --name ${name} --cpuset-cpus 0 ${IDLE}`);
  for (const name of ['uno', 'dos']) {
    expect(await run.ok(`docker exec ${name} nproc`)).toBe('1');
    expect(await run.ok(`docker exec ${name} grep Cpus_allowed_list /proc/1/status`)).toMatch(/:\s+0$/);
  }
});

claim('cpus-de-mas-es-error', { proves: ['A-130'] }, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37');
  const all = Number(await run.ok('nproc'));
  const tooMany = await run(`docker run --rm --cpus ${all + 1} busybox:1.37 true`);
  expect(tooMany.exitCode).toBe(125);
  expect(tooMany.output).toContain(`range of CPUs is from 0.01 to ${all}.00`);
  await run.ok(`docker run --rm --cpus ${all} busybox:1.37 true`);
});

claim('shares-reparte-en-cola', { proves: ['A-022'] }, async ({ run }) => {
  await run.ok(`docker run -d --name grande --cpuset-cpus 0 --cpu-shares 1024 ${BUSY}`);
  await run.ok(`docker run -d --name chico --cpuset-cpus 0 --cpu-shares 512 ${BUSY}`);
  const weight = async (name: string) => Number(await run.ok(groupFile(name, 'cpu.weight', 'cpu.shares')));
  const asked = (await weight('grande')) / (await weight('chico'));
  expect(asked).toBeGreaterThan(1.5);
  const [large = Number.NaN, small = Number.NaN] = await processorTime(run, 10, 'grande', 'chico');
  expect(large / small / asked).toBeGreaterThan(0.75);
  expect(large / small / asked).toBeLessThan(1.33);
  await run.ok('docker rm -f grande');
  // Whole: nothing holds it back and it leaves none of that processor idle, whoever else works on this machine.
  const idle = async () => Number(await run.ok(`awk '$1 == "cpu0" {print ($5 + $6) / 100}' /proc/stat`));
  const [idleBefore, before] = [await idle(), performance.now()];
  const [alone] = await processorTime(run, 8, 'chico');
  const idleShare = ((await idle()) - idleBefore) / ((performance.now() - before) / 1000);
  expect(idleShare).toBeLessThan(0.05);
  // More than in the queue; how much more depends on who else works on that processor meanwhile.
  expect(alone).toBeGreaterThan(1.1 * small);
  expect(await run.ok(`${groupFile('chico', 'cpu.stat')} | grep nr_throttled`)).toBe('nr_throttled 0');
});

claim('shares-de-partida', { proves: ['A-022'], requires: ['cgroup1'] }, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37');
  const shares = (option: string) =>
    run(`docker run --rm ${option} busybox:1.37 cat /sys/fs/cgroup/cpu/cpu.shares`);
  expect((await shares('')).output.trim()).toBe('1024');
  expect((await shares('--cpu-shares 2')).output.trim()).toBe('2');
  const tooFew = await shares('--cpu-shares 1');
  expect(tooFew.exitCode).toBe(125);
  expect(tooFew.output).toContain('the minimum allowed cpu-shares is 2');
});

claim('peso-en-v2', { proves: ['A-022'], requires: ['cgroup2'] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${IDLE}`);
  const weights = [await run.ok(groupFile('caja', 'cpu.weight'))];
  for (const shares of [1024, 512, 2]) {
    await run.ok(`docker update --cpu-shares ${shares} caja`);
    weights.push(await run.ok(groupFile('caja', 'cpu.weight')));
  }
  expect(weights).toEqual(['100', '100', '59', '1']);
});

claim('compose-cpus-de-mas', { proves: ['A-130'] }, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37');
  const all = Number(await run.ok('nproc'));
  await composeService(run, `cpus: ${all + 1}`);
  const tooMany = await run('docker compose up -d');
  expect(tooMany.exitCode).toBe(1);
  expect(tooMany.output).toContain(`range of CPUs is from 0.01 to ${all}.00`);
  expect(await run.ok('docker ps -q')).toBe('');
  await composeService(run, `cpus: ${all}`);
  await run.ok('docker compose up -d');
  expect(await run.ok('docker ps -q')).not.toBe('');
});
