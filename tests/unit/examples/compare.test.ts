import { expect, test } from 'vitest';
import { compareSession } from '../../../src/examples/compare.ts';
import { explainDifferences } from '../../../src/examples/explain.ts';
import { parseSession } from '../../../src/examples/session.ts';

const ID = '3f0c9a1b2c3d';
const OTHER = 'aaaaaaaaaaa1';

function compare(text: string, answers: { output: string; exitCode?: number }[]) {
  const session = parseSession(`#! T\n${text}`, 'f');
  const queue = [...answers];
  return compareSession(session, () => {
    const next = queue.shift();
    return next && { exitCode: 0, ...next };
  });
}

test('an identifier is the same container in every step', () => {
  const text = `# a\n$ docker run -d web\n${ID.padEnd(64, '0')}\n# b\n$ docker ps -q\n${ID}\n`;
  expect(compare(text, [{ output: OTHER.padEnd(64, '0') }, { output: OTHER }])).toEqual([]);
  expect(compare(text, [{ output: OTHER.padEnd(64, '0') }, { output: 'bbbbbbbbbbb2' }])).toHaveLength(1);
});

test('another exit code is a difference even with the same output', () => {
  expect(compare('# a\n$ x\n[1]\n', [{ output: '' }])).toMatchObject([
    { kind: 'exit-code', expected: '1', got: '0', line: 3 },
  ]);
});

test('unordered lines may come in any order but must all come', () => {
  expect(compare('# a {sin-orden}\n$ x\nuno\ndos\n', [{ output: 'dos\nuno' }])).toEqual([]);
  expect(compare('# a {sin-orden}\n$ x\nuno\ndos\n', [{ output: 'dos' }])).toHaveLength(1);
  expect(compare('# a\n$ x\nuno\ndos\n', [{ output: 'dos\nuno' }])).toHaveLength(1);
});

test('variable output must still be there, and its exit code hold', () => {
  const text = '# a {variable="azar"}\n$ x\n42\n';
  expect(compare(text, [{ output: '7' }])).toEqual([]);
  expect(compare(text, [{ output: '' }])).toHaveLength(1);
  expect(compare(text, [{ output: '7', exitCode: 1 }])).toHaveLength(1);
});

test('the explanation names file, line, step, both sides, rules and the command that accepts', () => {
  const differences = compare('# paso\n$ docker ps\nUp 2 seconds\n', [
    { output: 'Exited (1) 5 minutes ago' },
  ]);
  const text = explainDifferences(differences, 'examples/t/e/sesion.console', 't/e');
  expect(text).toContain('examples/t/e/sesion.console:3: el paso «paso» ya no responde igual');
  expect(text).toContain('- Up <EDAD>');
  expect(text).toContain('+ Exited (1) <EDAD> ago');
  expect(text).toContain('Se igualó antes de comparar: edades');
  expect(text).toContain('npm run grabar t/e');
});

test('a thing keeps its name even through steps whose output varies', () => {
  const text =
    '# a\n$ docker inspect -f \'{{.State.Pid}}\' web\n364\n# b {variable="azar"}\n$ grep NSpid /proc/x/status\nNSpid:\t364\t1\n';
  expect(compare(text, [{ output: '512' }, { output: 'NSpid:\t512\t1' }])).toEqual([]);
  expect(compare(text, [{ output: '512' }, { output: 'NSpid:\t513\t1' }])).toHaveLength(1);
});

test('two things do not become one', () => {
  const text = `# a\n$ docker ps -q\n${ID}\n${OTHER}\n`;
  expect(compare(text, [{ output: 'bbbbbbbbbbb2\nccccccccccc3' }])).toEqual([]);
  expect(compare(text, [{ output: 'bbbbbbbbbbb2\nbbbbbbbbbbb2' }])).toHaveLength(1);
});

test('what the author published is no port that the engine drew', () => {
  const text = '# a\n$ docker run -d -p 33060:80 web\n# b\n$ docker port web\n80/tcp -> 0.0.0.0:33060\n';
  expect(compare(text, [{ output: '' }, { output: '80/tcp -> 0.0.0.0:33060' }])).toEqual([]);
  expect(compare(text, [{ output: '' }, { output: '80/tcp -> 0.0.0.0:50051' }])).toHaveLength(1);
});
