import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from '../../../src/images/lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dap-candado-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'candado');
const silent = () => {};

test('two who want it take turns, and who waits hears who has it', async () => {
  const events: string[] = [];
  const work = (name: string) => async () => {
    events.push(`${name} entra`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    events.push(`${name} sale`);
  };
  const lines: string[] = [];
  await Promise.all([
    withLock(work('uno'), silent, file()),
    withLock(work('dos'), (line) => lines.push(line), file()),
  ]);
  expect(events.map((event) => event.split(' ')[1])).toEqual(['entra', 'sale', 'entra', 'sale']);
  expect(lines.every((line) => line.includes(`(${process.pid})`))).toBe(true);
});

test.each([
  ['a dead owner', String(spawnSync('true').pid)],
  ['an empty lock', ''],
  ['one that nobody signed', 'x'],
])('%s holds nothing', async (_, content) => {
  writeFileSync(file(), content);
  expect(await withLock(async () => readFileSync(file(), 'utf8'), silent, file())).toBe(String(process.pid));
});

test('what was thrown inside goes out, and the lock is free again', async () => {
  await expect(withLock(() => Promise.reject(new Error('dentro')), silent, file())).rejects.toThrow('dentro');
  expect(await withLock(async () => 'libre', silent, file())).toBe('libre');
});

test('a lock that cannot be written is an error, not a wait', async () => {
  await expect(withLock(async () => 1, silent, '/proc/candado')).rejects.toThrow();
});
