import { expect, test } from 'vitest';
import { driftReport } from '../../../src/results/drift.ts';
import type { Outcome, Results } from '../../../src/results/results.ts';

const outcome = (status: Outcome['status'], message?: string): Outcome => ({
  ...{ status, ms: 1, date: '2026-11-26T10:00:00Z', of: 'x' },
  ...(message ? { message } : {}),
});
const results = (examples: Record<string, Outcome>, claims: Record<string, Outcome> = {}): Results => ({
  ...{ date: '2026-11-26T10:00:00Z', engine: '29.8.1', compose: '5.6.0', buildx: '0.38.2' },
  ...{ cgroup: '2', storage: 'overlayfs', kernel: '6.8' },
  examples: Object.fromEntries(Object.entries(examples).map(([id, each]) => [id, { ...each, steps: 1 }])),
  claims: Object.fromEntries(
    Object.entries(claims).map(([id, each]) => [id, { ...each, file: 'f', proves: [] }]),
  ),
});

test('nothing to tell when nothing failed', () => {
  expect(driftReport(results({ 'redes/dns': outcome('passed') }))).toBeUndefined();
});

test('what failed, with its engine and its reason, and not what passed', () => {
  const report = driftReport(
    results(
      { 'redes/dns': outcome('failed', 'línea 3:\n- hola\n+ adiós'), 'redes/host': outcome('passed') },
      { 'bridge-sin-dns': outcome('failed', 'esperaba ```1```') },
    ),
  );
  expect(report).toContain('Docker Engine 29.8.1, Compose 5.6.0, Buildx 0.38.2, núcleo 6.8, el 2026-11-26.');
  expect(report).toContain('### `redes/dns`\n\n```txt\nlínea 3:\n- hola\n+ adiós\n```');
  expect(report).toContain('### `bridge-sin-dns`\n\n````txt\nesperaba ```1```\n````');
  expect(report).not.toContain('redes/host');
});
