/** Typing at a program: the decision, and the ear that hears whether one listens, on this machine's terminals. */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FrameReader } from '../../../src/bench/frame-reader.ts';
import { isTimeToType, type Moment } from '../../../src/bench/typing.ts';

const EAR = join(import.meta.dirname, '../../../scripts/images/banco/sandbox-escucha');
const MOMENT: Moment = {
  input: 'x',
  output: '$ ',
  answered: true,
  quiet: 300,
  sinceTyped: 300,
  listening: undefined,
};

test.for([
  ['it listens', { listening: true, output: '', quiet: 200 }, true],
  ['it listens, but has only just written', { listening: true, quiet: 60 }, false],
  [
    'it shows what looks like a prompt and works',
    { listening: false, output: 'Preparando: ', quiet: 4000 },
    false,
  ],
  ['nobody can tell, at a prompt', {}, true],
  ['nobody can tell, at the prompt of before', { answered: false }, false],
  ['nobody can tell, without a prompt', { output: 'espera' }, false],
  ['nobody can tell, silent for long', { output: 'espera', quiet: 2000 }, true],
  ['it has said nothing yet', { output: '', quiet: 3000 }, false],
  [
    'a control key at a program that never listens',
    { input: '^C', listening: false, quiet: 100, sinceTyped: 3000 },
    true,
  ],
  ['a control key too early', { input: '^P^Q', listening: false, quiet: 100, sinceTyped: 300 }, false],
] as [string, Partial<Moment>, boolean][])('%s', ([, moment, time]) => {
  expect(isTimeToType({ ...MOMENT, ...moment })).toBe(time);
});

/**
 * Opens an ear, then a command in a terminal, and lends a way to hear until it says `answer`. No moment is counted on: a
 * busy machine only takes longer.
 */
async function listenTo(
  command: string,
  use: (hearUntil: (answer: string) => Promise<string[]>) => Promise<void>,
): Promise<void> {
  const ear = spawn('perl', [EAR]);
  const frames = new FrameReader(ear.stdout, ear.stderr);
  expect(await frames.line(10_000)).toBe('ready');
  // It ends by itself should this test be killed: without anybody at its other end, `script` spins.
  const terminal = spawn('timeout', ['-s', 'KILL', '60', 'script', '-qec', command, '/dev/null'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  try {
    await use(async (answer) => {
      const heard: string[] = [];
      while (heard.at(-1) !== answer && heard.length < 120) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        ear.stdin.write('\n');
        heard.push(await frames.line(10_000));
      }
      expect(heard.at(-1)).toBe(answer);
      return heard;
    });
  } finally {
    process.kill(-(terminal.pid as number), 'SIGKILL');
    ear.kill();
  }
}

/** A script in a folder of its own, which waits in it until a file `sigue` is there. */
async function inFolder(use: (folder: string, wait: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dap-oreja-'));
  try {
    await use(folder, `until [ -e ${folder}/sigue ]; do sleep 0.1; done`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// One after another: it hears every terminal that is opened meanwhile.
describe('the ear', () => {
  test.for([
    ['a program that reads', 'cat'],
    ['a shell at its prompt', 'bash --norc -i'],
    ['a read with a prompt', `bash -c 'read -p "¿Nombre? " n'`],
    ['a read with a limit', `bash -c 'read -t 60 n'`],
    ['a password', `bash -c 'read -s n'`],
    ['a program that polls its keyboard', `perl -e 'select(my $r = "\\1", undef, undef, 60)'`],
    ['Node', `node -e 'process.stdin.resume()'`],
  ])('hears %s', async ([, command]) => {
    await listenTo(command as string, async (hearUntil) => {
      await hearUntil('1');
    });
  });

  test.for([
    ['a program that works', "bash -c 'echo -n Preparando: ; sleep 60; read n'"],
    ['one that computes', 'bash -c \'echo -n "> "; while :; do :; done\''],
    ['one that waits for others', "bash -c 'sleep 60 | cat'"],
    ['one that reads something else', "bash -c 'cat < /dev/null; sleep 60'"],
  ])('does not take for a listener %s', async ([, command]) => {
    await listenTo(command as string, async (hearUntil) => {
      for (let n = 0; n < 5; n++) expect(await hearUntil('0')).not.toContain('1');
    });
  });

  test('hears one that asks late, when it asks', async () => {
    await inFolder(async (folder, wait) => {
      writeFileSync(join(folder, 'tarde'), `echo -n 'Preparando: '\n${wait}\nread n\n`);
      await listenTo(`bash ${folder}/tarde`, async (hearUntil) => {
        for (let n = 0; n < 3; n++) expect(await hearUntil('0')).not.toContain('1');
        writeFileSync(join(folder, 'sigue'), '');
        await hearUntil('1');
      });
    });
  });

  test('a client that carries keys to another terminal is not the program', async () => {
    await inFolder(async (folder, wait) => {
      copyFileSync('/bin/cat', join(folder, 'docker'));
      writeFileSync(join(folder, 'dentro'), `${wait}\nread n\n`);
      // The program, in a terminal of its own, while the client reads from ours.
      writeFileSync(
        join(folder, 'ambos'),
        `script -qec 'bash ${folder}/dentro' /dev/null < <(sleep 60) > /dev/null &\necho $! > ${folder}/pid\nexec ${folder}/docker < /dev/tty\n`,
      );
      await listenTo(`bash ${folder}/ambos`, async (hearUntil) => {
        for (let n = 0; n < 5; n++) expect(await hearUntil('0')).not.toContain('1');
        writeFileSync(join(folder, 'sigue'), '');
        await hearUntil('1');
        process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 'SIGKILL');
      });
    });
  });
});
