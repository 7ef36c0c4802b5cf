import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withImagesLock } from '../../../src/images/lock.ts';

const LOCK = join(import.meta.dirname, '../../../src/machine/lock.mjs');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dap-candado-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'candado');
const silent = () => {};
const lock = <T>(work: () => Promise<T>, tell: (line: string) => void = silent, patienceMs = 10_000) =>
  withImagesLock(work, tell, { file: file(), patienceMs });

test('two who want it take turns, and who waits hears who has it', async () => {
  const events: string[] = [];
  const work = (name: string) => async () => {
    events.push(`${name} entra`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    events.push(`${name} sale`);
  };
  const lines: string[] = [];
  await Promise.all([lock(work('uno')), lock(work('dos'), (line) => lines.push(line))]);
  expect(events.map((event) => event.split(' ')[1])).toEqual(['entra', 'sale', 'entra', 'sale']);
  expect(lines).toEqual([expect.stringContaining(`(${process.pid})`)]);
});

test.each([
  ['a dead owner', `${spawnSync('true').pid} 1`],
  ['an empty lock', ''],
  ['one that nobody signed', 'x'],
  ['a process that has come to have the number of the owner', `${process.pid} 1`],
])('%s holds nothing', async (_, content) => {
  writeFileSync(`${file()}.7`, content);
  const inside = await lock(async () => readdirSync(folder).map((name) => [name, read(name)]));
  expect(inside).toEqual([['candado.8', expect.stringMatching(new RegExp(`^${process.pid} `))]]);
  expect(readdirSync(folder).map(read)).toEqual(['libre']);
});

const read = (name: string) => readFileSync(join(folder, name), 'utf8');

test('what was thrown inside goes out, and the lock is free again', async () => {
  await expect(lock(() => Promise.reject(new Error('dentro')))).rejects.toThrow('dentro');
  expect(await lock(async () => 'libre')).toBe('libre');
});

test('a lock that cannot be written is an error, not a wait', async () => {
  await expect(withImagesLock(async () => 1, silent, { file: '/proc/candado' })).rejects.toThrow(
    /EACCES|ENOENT|EPERM/,
  );
});

test('nobody waits for ever, and who gives up says for whom and what to do', async () => {
  await lock(async () => {
    const waited = lock(async () => 'entró', silent, 1);
    await expect(waited).rejects.toThrow(
      new RegExp(`El proceso ${process.pid} lleva[\\s\\S]*Cómo arreglarlo: .*kill ${process.pid}`),
    );
  });
});

// Six programs that start at once: longer than usual on a busy machine.
test('many processes at once, one of them killed while it has it: never two inside', {
  timeout: 60_000,
}, async () => {
  writeFileSync(`${file()}.1`, `${spawnSync('true').pid} 1`);
  // Each writes that it enters and that it leaves; the killed one, that it dies.
  const program = (leave: string) => `
    import { appendFileSync } from 'node:fs';
    import { withLock } from ${JSON.stringify(LOCK)};
    const log = (what) => appendFileSync(${JSON.stringify(join(folder, 'diario'))}, what + '\\n');
    const options = { what: 'x', patienceMs: 60_000, onWait() {} };
    await withLock(${JSON.stringify(file())}, options, async () => {
      log('entra');
      await new Promise((resolve) => setTimeout(resolve, 20));
      log('sale');
      ${leave}
    });`;
  const run = (leave: string) =>
    new Promise<number | null>((resolve) => {
      const args = ['--input-type=module', '-e', program(leave)];
      spawn(process.execPath, args, { stdio: 'ignore' }).on('close', resolve);
    });
  const codes = await Promise.all([...Array(5).fill(''), "process.kill(process.pid, 'SIGKILL');"].map(run));
  expect(codes).toEqual([0, 0, 0, 0, 0, null]);
  expect(read('diario').trim().split('\n')).toEqual(Array(6).fill(['entra', 'sale']).flat());
});
