/** What of a run the site is told. */
import { expect, it } from 'vitest';
import { collectResults, type Facts, type Proof } from '../../support/collect-results.ts';

const FACTS: Facts = {
  ...{ engine: '28.5.2', compose: '2', buildx: '0', cgroup: '1', storage: 'overlay2', kernel: '6' },
};

function proof(id: string, state: Proof['state'], more: Partial<Proof> = {}): Proof {
  return { example: { id, steps: 1 }, of: `de ${id}`, state, ms: 5, facts: FACTS, ...more };
}

it('a run without any machine leaves no results', () => {
  const { facts: _, ...bare } = proof('a', 'skipped');
  expect(collectResults([bare], undefined, 'hoy')).toBeUndefined();
});

it('what a partial run left out keeps its earlier result and date', () => {
  const before = collectResults([proof('a', 'passed'), proof('b', 'failed')], undefined, 'ayer');
  const after = collectResults([proof('a', 'passed'), proof('b', 'skipped')], before, 'hoy');
  expect(after?.examples).toMatchObject({
    a: { status: 'passed', date: 'hoy', of: 'de a' },
    b: { status: 'failed', date: 'ayer' },
  });
});

it('what was never proved has no result, not a failure', () => {
  const results = collectResults([proof('a', 'passed'), proof('b', 'skipped')], undefined, 'hoy');
  expect(Object.keys(results?.examples ?? {})).toEqual(['a']);
});

it('results of another version of the engine are forgotten', () => {
  const before = collectResults([proof('a', 'passed')], undefined, 'ayer');
  const newer = { ...FACTS, engine: '29.0.0' };
  const after = collectResults([proof('b', 'passed', { facts: newer })], before, 'hoy');
  expect(after?.engine).toBe('29.0.0');
  expect(Object.keys(after?.examples ?? {})).toEqual(['b']);
});

it('a run is described by the engine of most of its proofs, and a failure by its first lines', () => {
  const inVm = { ...FACTS, cgroup: '2' };
  const message = Array.from({ length: 40 }, (_, line) => `línea ${line}`).join('\n');
  const claim = { id: 'c', proves: ['A-001'], file: 'tests/claims/x.test.ts' };
  const results = collectResults(
    [proof('a', 'passed'), proof('b', 'passed', { facts: inVm }), proof('c', 'failed', { message, claim })],
    undefined,
    'hoy',
  );
  expect(results?.cgroup).toBe('1');
  expect(results?.claims.c?.message?.split('\n')).toHaveLength(12);
});

it('each proof keeps the machine on which it was made, and one elsewhere does not rename those of the others', () => {
  const inVm = { ...FACTS, cgroup: '2', kernel: '6.12' };
  const before = collectResults([proof('a', 'passed'), proof('b', 'passed')], undefined, 'ayer');
  const after = collectResults([proof('c', 'passed', { facts: inVm })], before, 'hoy');
  expect(after).toMatchObject({ cgroup: '1', kernel: '6', date: 'hoy' });
  expect(after?.examples.a?.machine?.cgroup).toBe('1');
  expect(after?.examples.c?.machine).toEqual({ cgroup: '2', storage: 'overlay2', kernel: '6.12' });
});
