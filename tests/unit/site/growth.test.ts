/** The guide that is measured to know how this one will grow. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { growGuide } from '../../../scripts/growth/copy-guide.ts';
import { type Corpus, readCorpus } from '../../../src/guide/corpus.ts';
import { CHECKS } from '../../../src/guide/index.ts';
import { formatProblem } from '../../../src/guide/problem.ts';

const ROOT = join(import.meta.dirname, '../../..');
let root: string;
let today: Corpus;
let grown: Corpus;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'dap-crecida-'));
  for (const folder of ['src/content', 'src/diagrams', 'examples', 'tests/claims'])
    cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
  today = readCorpus(root);
  growGuide(
    root,
    {
      pages: today.pages.length + 20,
      examples: today.examples.length + 50,
      claims: today.claims.length + 70,
    },
    today,
  );
  grown = readCorpus(root);
});
afterAll(() => rmSync(root, { recursive: true }));

it('tiene tantas páginas, ejemplos y afirmaciones como se pidió', () => {
  expect(grown.pages.length - today.pages.length).toBe(20);
  expect(grown.examples.length - today.examples.length).toBe(50);
  expect(grown.claims.length - today.claims.length).toBe(70);
});

it.each([
  'referencias que existen',
  'ningún ejemplo huérfano',
  'ninguna prueba sin afirmación',
  'cada página, en la lista de su tema',
])('sus copias se usan como lo de hoy: %s', (check) => {
  expect(CHECKS[check]?.(grown).map(formatProblem)).toEqual([]);
});
