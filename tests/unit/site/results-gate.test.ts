/** A site whose last run failed is not published. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RESULTS_FILE } from '../../../src/examples/results.ts';
import { resultsGate } from '../../../src/plugins/results-gate.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dap-gate-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
  delete process.env.DAP_PERMITIR_FALLOS;
});

function leaveResults(status: 'passed' | 'failed'): void {
  mkdirSync(join(root, '.cache'));
  const facts = {
    engine: '28.5.2',
    compose: '2',
    buildx: '0',
    cgroup: '1',
    storage: 'overlay2',
    kernel: '6',
  };
  const outcome = { status, ms: 1, steps: 1 };
  const results = { date: '2026-11-21T00:00:00Z', ...facts, examples: { 'redes/dns': outcome }, claims: {} };
  writeFileSync(join(root, RESULTS_FILE), JSON.stringify(results));
}

function build(): void {
  const hook = resultsGate(root).hooks['astro:build:start'] as unknown as (options: unknown) => void;
  hook({ logger: { info: () => {} } });
}

it('sin resultados se construye, y el sitio lo dice', () => {
  expect(build).not.toThrow();
});

it('con todo probado se construye', () => {
  leaveResults('passed');
  expect(build).not.toThrow();
});

it('con fallos se niega, nombra cuáles y dice qué hacer', () => {
  leaveResults('failed');
  expect(build).toThrow(/redes\/dns[\s\S]*Remedio: arréglalo y repite «npm test»/);
});

it('DAP_PERMITIR_FALLOS=1 lo permite', () => {
  leaveResults('failed');
  process.env.DAP_PERMITIR_FALLOS = '1';
  expect(build).not.toThrow();
});
