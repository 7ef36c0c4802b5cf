/** What the site says of the mutants of each example. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { parseSession } from '../../../src/examples/session.ts';
import { type MutationResult, mutationFile } from '../../../src/mutation/results.ts';
import { currentScore, readScores, scoreLabels, scoresLine } from '../../../src/results/mutation-scores.ts';
import { exampleRows } from '../../../src/results/verification.ts';

const tally = (killed: number, total: number) => ({ killed, total, equivalent: 0 });
const RESULT: MutationResult = {
  of: 'f1',
  date: '2026-11-26',
  engine: '28.5.2',
  kinds: { archivos: tally(3, 4), ordenes: tally(5, 6), salidas: tally(9, 10) },
  survivors: [
    { id: 'Dockerfile: sin USER node', at: 'Dockerfile:5' },
    { id: 'a', at: 'b:1' },
    { id: 'c', at: 'd:1' },
  ],
};

it('de un ejemplo que cambió después de medirse no se dice nada', () => {
  const scores = { 'redes/a': RESULT };
  expect(scoreLabels(currentScore(scores, 'redes/a', 'f1'))).toEqual({ score: '80 %', survivors: '3 vivos' });
  expect(scoreLabels(currentScore(scores, 'redes/a', 'f2'))).toEqual({ score: 'sin medir', survivors: '' });
  expect(scoreLabels(currentScore(scores, 'redes/b', 'f1')).score).toBe('sin medir');
  const data = {
    session: parseSession('#! T\n\n# a\n$ true\n', 'x'),
    fingerprint: 'f1',
    practice: 'f1',
    files: {},
    variants: {},
  };
  const rows = exampleRows([{ id: 'redes/a', data }], [], { others: [] }, scores);
  expect(rows[0]?.mutants).toEqual({ run: tally(8, 10), compared: tally(9, 10), survivors: 3 });
});

it('suma lo medido, y calla si no se midió nada', () => {
  const score = currentScore({ a: RESULT }, 'a', 'f1');
  expect(scoresLine([score, undefined, score])).toContain('16 de 20 en los archivos');
  expect(scoresLine([score])).toContain('9 de 10 en lo grabado');
  expect(scoresLine([undefined])).toBe('');
});

it('lee un archivo por ejemplo', () => {
  const root = mkdtempSync(join(tmpdir(), 'mutantes-'));
  try {
    expect(readScores(root)).toEqual({});
    const file = join(root, mutationFile('redes/a'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(RESULT));
    expect(readScores(root)).toEqual({ 'redes/a': RESULT });
  } finally {
    rmSync(root, { recursive: true });
  }
});
