/** What the results of runs say, and of what they say nothing. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MAIN_ENGINE } from '../../../src/config/paths.ts';
import type { ExampleData } from '../../../src/examples/load-example.ts';
import { parseSession } from '../../../src/examples/session.ts';
import { engineLine, summarizeProofs } from '../../../src/results/proof-summary.ts';
import { type Outcome, RESULTS_FOLDER, type Results, resultsFile } from '../../../src/results/results.ts';
import { compareEngines, readRuns } from '../../../src/results/runs.ts';
import { exampleRows } from '../../../src/results/verification.ts';

const outcome = (status: Outcome['status'], of = 'f1', date = '2026-11-21T10:00:00Z') => ({
  ...{ status, of, date, ms: 1, steps: 1 },
});

function results(engine: string, examples: Results['examples']): Results {
  const facts = { compose: '2', buildx: '0', cgroup: '1', storage: 'overlay2', kernel: '6' };
  return { date: '2026-11-21T10:00:00Z', engine, ...facts, examples, claims: {} };
}

const example = (id: string, fingerprint: string) => ({
  id,
  data: {
    session: parseSession('#! T\n\n# a\n$ true\n', id),
    fingerprint,
    practice: fingerprint,
    files: {},
    variants: {},
  } satisfies ExampleData,
});

const RUNS = {
  main: results('28.5.2', { a: outcome('passed'), b: outcome('passed'), c: outcome('passed', 'antes') }),
  others: [
    results('26.1.5', { a: outcome('passed'), b: outcome('failed'), c: outcome('passed', 'antes') }),
    results('29.0.0', { a: outcome('passed') }),
  ],
};

it('lo que cambió después de probarse sale sin resultado', () => {
  const rows = exampleRows([example('a', 'f1'), example('c', 'f1'), example('d', 'f1')], [], RUNS);
  expect(rows.map(({ id, status }) => `${id} ${status}`)).toEqual(['a passed', 'c unknown', 'd unknown']);
});

it('dice dónde se probó lo que no se probó con lo demás', () => {
  const machine = (cgroup: string) => ({ cgroup, storage: 'overlay2', kernel: '6' });
  const main = results('28.5.2', {
    a: { ...outcome('passed'), machine: machine('1') },
    b: { ...outcome('passed'), machine: machine('2') },
  });
  const rows = exampleRows([example('a', 'f1'), example('b', 'f1')], [], { main, others: [] });
  expect(rows.map(({ elsewhere }) => elsewhere)).toEqual([undefined, 'cgroup v2, overlay2, kernel 6']);
});

it('dice en qué otros motores sale igual y en cuáles no', () => {
  const old = 'Docker Engine 26.1.5 (overlay2, cgroup v1)';
  const recent = 'Docker Engine 29.0.0 (overlay2, cgroup v1)';
  expect(compareEngines(RUNS, 'examples', 'a', 'f1')).toEqual({ same: [old, recent], different: [] });
  expect(compareEngines(RUNS, 'examples', 'b', 'f1')).toEqual({ same: [], different: [old] });
  expect(compareEngines(RUNS, 'examples', 'c', 'f1')).toEqual({ same: [], different: [] });
});

it('de varias pruebas dice cuántas pasan, desde cuándo y en qué motores', () => {
  const rows = exampleRows([example('a', 'f1'), example('b', 'f1'), example('c', 'f1')], [], RUNS);
  const summary = summarizeProofs(rows);
  expect(summary).toMatchObject({ total: 3, passed: 2, since: '2026-11-21T10:00:00Z' });
  expect(summary.engines.map(engineLine)).toEqual([
    'Igual en Docker Engine 26.1.5 (overlay2, cgroup v1): 1 de 2',
    'Igual en Docker Engine 29.0.0 (overlay2, cgroup v1)',
  ]);
});

it('lee un archivo por motor, y otra vez cuando cambia', () => {
  const root = mkdtempSync(join(tmpdir(), 'dap-resultados-'));
  const write = (engine: string, content: Results) => {
    writeFileSync(join(root, resultsFile(engine)), JSON.stringify(content));
  };
  try {
    expect(readRuns(root)).toEqual({ others: [] });
    mkdirSync(join(root, RESULTS_FOLDER), { recursive: true });
    write(MAIN_ENGINE, RUNS.main);
    write('estable', RUNS.others[0] as Results);
    expect(readRuns(root)).toEqual({ main: RUNS.main, others: [RUNS.others[0]] });
    write(MAIN_ENGINE, { ...RUNS.main, examples: {} });
    utimesSync(join(root, resultsFile(MAIN_ENGINE)), new Date(), new Date(Date.now() + 5000));
    expect(readRuns(root).main?.examples).toEqual({});
  } finally {
    rmSync(root, { recursive: true });
  }
});
