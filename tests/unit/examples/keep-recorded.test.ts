import { expect, test } from 'vitest';
import { type Answer, compareSession } from '../../../src/examples/compare.ts';
import { keepRecorded } from '../../../src/examples/keep-recorded.ts';
import { type Command, parseSession } from '../../../src/examples/session.ts';

const OLD = '3f0c9a1b2c3d'.padEnd(64, '0');
const NEW = 'aaaaaaaaaaa1'.padEnd(64, '1');

function merge(text: string, outputs: string[]) {
  const session = parseSession(`#! T\n${text}`, 'f');
  const commands = session.steps.flatMap((step) => step.commands);
  const answers = new Map<Command, Answer>(
    commands.map((command, index) => [command, { output: outputs[index] as string, exitCode: 0 }]),
  );
  const merged = keepRecorded(session, answers);
  for (const [command, answer] of merged.answers) Object.assign(command, answer);
  return {
    changed: merged.changed,
    outputs: commands.map(({ output }) => output),
    differences: compareSession(session, (_, command) => answers.get(command)),
  };
}

test('what did not really change keeps its recorded text', () => {
  expect(
    merge(`# a\n$ docker run -d web\n${OLD}\n# b\n$ docker ps\nUp 2 seconds\n`, [NEW, 'Up 9 seconds']),
  ).toMatchObject({ changed: [], outputs: [OLD, 'Up 2 seconds'] });
});

test('what changed speaks of the container that the recording knows', () => {
  const merged = merge(
    `# a\n$ docker run -d web\n${OLD}\n# b\n$ docker ps\n${OLD.slice(0, 12)} Up 2 seconds\n`,
    [NEW, `${NEW.slice(0, 12)} Exited (1)`],
  );
  expect(merged.changed).toEqual(['b']);
  expect(merged.outputs).toEqual([OLD, `${OLD.slice(0, 12)} Exited (1)`]);
  expect(merged.differences).toEqual([]);
});

test('a recording touched by hand does not keep an output that is not compared to the letter', () => {
  const session = parseSession('#! T\n# a {variable="azar"}\n$ nueva\nde la vieja\n', 'f');
  const [command] = session.steps.flatMap((step) => step.commands) as [Command];
  const answers = new Map([[command, { output: 'de la nueva', exitCode: 0 }]]);
  expect(keepRecorded(session, answers, true).answers.get(command)?.output).toBe('de la vieja');
  expect(keepRecorded(session, answers, false).answers.get(command)?.output).toBe('de la nueva');
});
