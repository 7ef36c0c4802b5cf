/** What the editor is told: orders that exist, a grammar that is there, and problems that it can point at. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../../src/config/paths.ts';
import { formatProblem } from '../../../src/guide/problem.ts';

const json = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const tasks = json('.vscode/tasks.json').tasks as {
  command: string;
  problemMatcher: { pattern: { regexp: string } } | [];
}[];

test('its tasks are orders of the README', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  for (const { command } of tasks) {
    const [order] = /^npm (?:test|run [\w:]+)/.exec(command) ?? [];
    expect(order && readme.includes(`\`${order}`), command).toBe(true);
  }
});

test('it finds the place of a problem in what «comprobar» prints', () => {
  const matchers = tasks.flatMap(({ problemMatcher }) =>
    'pattern' in problemMatcher ? problemMatcher.pattern : [],
  );
  const place = { file: 'src/content/docs/redes/dns.mdx', line: 20, column: 1 };
  const line = `✗ ${formatProblem({ ...place, message: 'algo', remedy: 'esto' })}`;
  expect(matchers.map(({ regexp }) => new RegExp(regexp).exec(line)?.slice(1))).toEqual([
    [place.file, '20', '1', 'algo; esto'],
  ]);
});

test('the files of its extension for sessions are there', () => {
  const folder = '.vscode/extensions/sesion-docker-a-prueba';
  const { contributes } = json(`${folder}/package.json`);
  const named = [
    ...contributes.languages.map(({ configuration }: { configuration: string }) => configuration),
  ];
  named.push(...contributes.grammars.map(({ path }: { path: string }) => path));
  expect(named.filter((path) => !existsSync(join(ROOT, folder, path)))).toEqual([]);
});
