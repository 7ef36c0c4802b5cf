/** The guide itself obeys every check; each failure lists all violations at once. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCorpus } from '../../../src/guide/corpus.ts';
import { CHECKS } from '../../../src/guide/index.ts';
import { formatProblem } from '../../../src/guide/problem.ts';

const corpus = readCorpus(join(import.meta.dirname, '../../..'));

it.each(Object.entries(CHECKS))('la guía: %s', (_name, check) => {
  expect(check(corpus).map(formatProblem).join('\n')).toBe('');
});
