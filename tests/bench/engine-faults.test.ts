/** The contributor's engine is restarted, killed or full in the middle of a run: what is told, and what is left. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { PREFIX } from '../../src/config/paths.ts';
import { HUB_TOOL } from '../../src/images/catalogue.ts';
import { TestEngine } from './test-engine.ts';

const OWNER = 'tests/fixtures/bench/owner.ts';
const GONE_WITHIN_MS = 30_000;

let engine: TestEngine;
beforeAll(() => {
  engine = TestEngine.start(inject('environment'));
});
afterAll(() => engine?.[Symbol.dispose]());
beforeEach(() => expect(engine.objects()).toEqual([]));

const RESTARTS: [string, 'TERM' | 'KILL', 'lives' | 'dies'][] = [
  ['restarted in good order', 'TERM', 'lives'],
  ['killed and started again', 'KILL', 'lives'],
  ['restarted, and its owner dies', 'TERM', 'dies'],
  ['killed, and its owner dies: a power cut', 'KILL', 'dies'],
];

test.for(RESTARTS)(
  'nothing is left when the engine is %s',
  { concurrent: false },
  async ([, signal, owner]) => {
    const run = await startOwner('steps');
    // The check can fail: there is something to clean.
    expect(engine.objects().length).toBeGreaterThanOrEqual(3);
    // Held still, so that nobody can have cleaned up before the engine went.
    if (owner === 'dies') run.child.kill('SIGSTOP');
    engine.halt(signal);
    if (owner === 'dies') run.child.kill('SIGKILL');
    engine.boot();
    const ms = await waitUntilGone();
    const { code, errors } = await run.ended;
    console.log(`engine ${signal}, owner ${owner}: nothing left after ${ms} ms\n${errors}`);
    if (owner === 'dies') return;
    expect(code).toBe(1);
    expect(errors).toContain('se reinició el motor');
  },
);

test.for([0, 50])(
  'nothing is left when the engine has only %i kB of disk for a run, and it says so',
  { concurrent: false },
  async (freeKb) => {
    engine.fillDisk(freeKb);
    try {
      await expect(startOwner('steps')).rejects.toThrow(
        /disco en el que el motor guarda sus datos está lleno:[\s\S]*no space left[\s\S]*Cómo arreglarlo: .*docker system df/,
      );
      await waitUntilGone();
    } finally {
      engine.freeDisk();
    }
  },
);

test('nothing is left when the disk fills up in the middle of a run', { concurrent: false }, async () => {
  const run = await startOwner('steps');
  engine.fillDisk();
  try {
    run.child.kill('SIGKILL');
    console.log(`disk full: nothing left after ${await waitUntilGone()} ms`);
  } finally {
    engine.freeDisk();
  }
});

test('a run finds what another left between creating and starting, and removes it', {
  concurrent: false,
}, async () => {
  const label = `${PREFIX}=abandonada`;
  engine.docker('network', 'create', '--label', label, 'abandonada');
  engine.docker('create', '--label', label, '--network', 'abandonada', HUB_TOOL.localRef);
  // Young things may belong to a run that is starting: an hour later they no longer do.
  const later = ['--import', 'data:text/javascript,const n = Date.now; Date.now = () => n() + 3600000;'];
  expect((await (await startOwner('finish', later)).ended).code).toBe(0);
  expect(engine.objects()).toEqual([]);
});

test('where Docker Hub answers, the official images get a name of ours', { concurrent: false }, () => {
  execFileSync(process.execPath, ['tests/fixtures/bench/adopt.ts'], {
    env: { ...process.env, PATH: `${engine.clientFolder()}:${process.env.PATH}` },
  });
  const labels = engine.docker(
    'image',
    'inspect',
    '--format',
    '{{.Config.Labels.prueba}}',
    'prueba/busybox:1.37',
  );
  expect(labels).toBe('si');
});

interface Owner {
  child: ChildProcess;
  ended: Promise<{ code: number | null; errors: string }>;
}

async function startOwner(argument: string, nodeOptions: string[] = []): Promise<Owner> {
  const env = { ...process.env, DOCKER_HOST: engine.host };
  const child = spawn(process.execPath, [...nodeOptions, OWNER, argument], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
  });
  const ended = new Promise<{ code: number | null; errors: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, errors }));
  });
  await new Promise<void>((resolve, reject) => {
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => line.startsWith('ready ') && resolve());
    lines.on('close', () => reject(new Error(`the owner ended before it was ready:\n${errors}`)));
  });
  return { child, ended };
}

async function waitUntilGone(): Promise<number> {
  const started = performance.now();
  await expect.poll(() => engine.objects(), { timeout: GONE_WITHIN_MS, interval: 100 }).toEqual([]);
  return Math.round(performance.now() - started);
}
