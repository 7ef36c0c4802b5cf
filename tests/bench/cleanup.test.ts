/** However the process that owns a sandbox ends, nothing of it stays in the contributor's engine. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { objectsOfRun, volumesOfRun, waitUntilGone } from './outer-engine.ts';

const OWNER = 'tests/fixtures/bench/owner.ts';
const GONE_WITHIN_MS = 15_000;

const ENDINGS: [string, { argument: string; signal?: NodeJS.Signals; exit: number | NodeJS.Signals }][] = [
  ['success', { argument: 'finish', exit: 0 }],
  ['a thrown error', { argument: 'throw', exit: 1 }],
  ['process.exit in the middle', { argument: 'exit', exit: 3 }],
  ['Ctrl-C', { argument: 'signal', signal: 'SIGINT', exit: 'SIGINT' }],
  ['SIGTERM', { argument: 'signal', signal: 'SIGTERM', exit: 'SIGTERM' }],
  ['kill -9', { argument: 'signal', signal: 'SIGKILL', exit: 'SIGKILL' }],
];

test.for(ENDINGS)(
  'nothing is left after %s',
  { concurrent: false },
  async ([, { argument, signal, exit }]) => {
    const child = spawn(process.execPath, [OWNER, argument], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
      child.on('exit', (code, endSignal) => resolve(code ?? endSignal));
    });
    const runId = await readyRun(child.stdout);
    if (signal) {
      // The check can fail: there is something to clean.
      expect((await objectsOfRun(runId)).length).toBeGreaterThanOrEqual(3);
      // A sandbox keeps its data in memory: it adds no volume to those of the contributor.
      expect(await volumesOfRun(runId)).toEqual([]);
      child.kill(signal);
    }
    expect(await ended).toBe(exit);
    const { left, ms } = await waitUntilGone(runId, GONE_WITHIN_MS);
    console.log(`${argument} ${signal ?? ''}: nothing left after ${ms} ms`);
    expect(left).toEqual([]);
  },
);

test('nothing is left when Vitest itself is interrupted', { concurrent: false }, async () => {
  const child = spawn('node_modules/.bin/vitest', ['run', '--project', 'ejemplos'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const runId = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const match = /Banco de pruebas (\w+) listo/.exec(output);
      if (match) resolve(match[1] as string);
    });
    child.stdout.on('end', () => reject(new Error(output)));
  });
  await expect
    .poll(async () => (await objectsOfRun(runId)).length, { timeout: 20_000 })
    .toBeGreaterThanOrEqual(3);
  child.kill('SIGINT');
  await ended;
  expect((await waitUntilGone(runId, GONE_WITHIN_MS)).left).toEqual([]);
});

function readyRun(stdout: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: stdout });
    lines.on('line', (line) => {
      const [word, runId] = line.split(' ');
      if (word === 'ready') resolve(runId as string);
    });
    lines.on('close', () => reject(new Error('the owner ended before it was ready')));
  });
}
