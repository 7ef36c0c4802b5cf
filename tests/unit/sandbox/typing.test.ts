/** Typing at a program: the decision, and the ear that hears whether one listens, on this machine's terminals. */
import { spawn } from 'node:child_process';
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
  expect(await frames.line(5000)).toBe('ready');
  const terminal = spawn('script', ['-qec', command, '/dev/null'], { stdio: ['pipe', 'ignore', 'ignore'] });
  const answers: string[] = [];
  for (let n = 0; n < times; n++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    ear.stdin.write('\n');
    answers.push(await frames.line(5000));
  }
  terminal.kill('SIGKILL');
  ear.kill();
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

  test('hears one that asks late, when it asks', async () => {
    const answers = await hearWhile("bash -c 'echo -n Preparando: ; sleep 1; read n'", 16);
    expect(answers[3]).toBe('0');
    expect(answers.at(-1)).toBe('1');
  });
});
