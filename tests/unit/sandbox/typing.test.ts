/** Typing at a program: the decision, and the ear that hears whether one listens, on this machine's terminals. */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FrameReader } from '../../../src/sandbox/frame-reader.ts';
import { isTimeToType, type Moment } from '../../../src/sandbox/typing.ts';

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

/** Answers of the ear while a command runs in a terminal, once each 100 ms. */
async function hearWhile(command: string, times: number): Promise<string[]> {
  const ear = spawn('perl', [EAR]);
  const frames = new FrameReader(ear.stdout, ear.stderr);
  // It listens to the terminals that are opened from now on.
  expect(await frames.line(5000)).toBe('ready');
  // Ends by itself should this test be killed: without anybody at its other end, `script` spins.
  const terminal = spawn('timeout', ['-s', 'KILL', '20', 'script', '-qec', command, '/dev/null'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  const answers: string[] = [];
  try {
    for (let n = 0; n < times; n++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      ear.stdin.write('\n');
      answers.push(await frames.line(5000));
    }
  } finally {
    process.kill(-(terminal.pid as number), 'SIGKILL');
    ear.kill();
  }
  return answers;
}

// One after another: it hears every terminal that is opened meanwhile.
describe('the ear', () => {
  test.for([
    ['a program that reads', 'cat'],
    ['a shell at its prompt', 'bash --norc -i'],
    ['a read with a prompt', `bash -c 'read -p "¿Nombre? " n'`],
    ['a read with a limit', `bash -c 'read -t 20 n'`],
    ['a password', `bash -c 'read -s n'`],
    ['a program that polls its keyboard', `perl -e 'select(my $r = "\\1", undef, undef, 20)'`],
    ['Node', `node -e 'process.stdin.resume()'`],
  ])('hears %s', async ([, command]) => {
    expect((await hearWhile(command as string, 15)).at(-1)).toBe('1');
  });

  test.for([
    ['a program that works', "bash -c 'echo -n Preparando: ; sleep 20; read n'"],
    ['one that computes', 'bash -c \'echo -n "> "; while :; do :; done\''],
    ['one that waits for others', "bash -c 'sleep 20 | cat'"],
    ['one in the background', "bash -c 'cat < /dev/null; sleep 20'"],
  ])('does not take for a listener %s', async ([, command]) => {
    expect(await hearWhile(command as string, 8)).not.toContain('1');
  });

  test('a client that carries keys to another terminal is not the program', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dap-rele-'));
    try {
      const client = join(folder, 'docker');
      copyFileSync('/bin/cat', client);
      expect(await hearWhile(`${client}; true`, 8)).not.toContain('1');
      // The program, in a terminal of its own, while the client reads from ours.
      const inner = `timeout -s KILL 8 script -qec "bash -c 'sleep 2; read n'" /dev/null < <(sleep 9) > /dev/null &`;
      writeFileSync(join(folder, 'ambos'), `${inner}\nexec ${client} < /dev/tty\n`);
      const answers = await hearWhile(`bash ${join(folder, 'ambos')}`, 40);
      expect([answers[3], answers.at(-1)]).toEqual(['0', '1']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('hears one that asks late, when it asks', async () => {
    const answers = await hearWhile("bash -c 'echo -n Preparando: ; sleep 1; read n'", 16);
    expect(answers[3]).toBe('0');
    expect(answers.at(-1)).toBe('1');
  });
});
