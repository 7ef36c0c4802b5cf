import { expect, test } from 'vitest';
import { mergeResults } from '../../../src/results/merge.ts';
import type { Results } from '../../../src/results/results.ts';

const part = (date: string, examples: string[], claims: string[], engine = '29.8.1'): Results => {
  const outcome = { status: 'passed' as const, ms: 1, date, of: 'huella' };
  return {
    ...{
      date,
      engine,
      compose: '5.6.0',
      buildx: '0.38.2',
      cgroup: '1',
      storage: 'overlayfs',
      kernel: '6.18',
    },
    examples: Object.fromEntries(examples.map((id) => [id, { ...outcome, steps: 1 }])),
    claims: Object.fromEntries(claims.map((id) => [id, { ...outcome, file: 'x.ts', proves: [] }])),
  };
};

test('parts of one run are the whole', () => {
  const merged = mergeResults([part('2026-11-26', ['a'], ['x']), part('2026-11-27', ['b'], ['y'])]);
  expect(Object.keys(merged.examples).sort()).toEqual(['a', 'b']);
  expect(Object.keys(merged.claims).sort()).toEqual(['x', 'y']);
  expect(merged.date).toBe('2026-11-27');
});

test('of what two proved, the newest counts, in whichever order they come', () => {
  const [old, recent] = [part('2026-11-26', ['a'], []), part('2026-11-27', ['a'], [])];
  for (const order of [
    [old, recent],
    [recent, old],
  ])
    expect(mergeResults(order).examples.a?.date).toBe('2026-11-27');
});

test('results of another engine are not parts of the same', () => {
  expect(() => mergeResults([part('1', [], []), part('2', [], [], '28.5.2')])).toThrow(
    'no son partes de lo mismo',
  );
  expect(() => mergeResults([])).toThrow('No hay resultados');
});
