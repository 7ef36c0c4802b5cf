/** A site whose last run failed is not published. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MAIN_ENGINE } from '../../../src/config/paths.ts';
import { readExample } from '../../../src/examples/catalog.ts';
import { exampleFingerprint } from '../../../src/examples/proof-fingerprint.ts';
import { resultsGate } from '../../../src/plugins/results-gate.ts';
import { resultsFile } from '../../../src/results/results.ts';
import { record } from './overlay.ts';

const FACTS = {
  date: '2026-11-21T00:00:00Z',
  engine: '28.5.2',
  compose: '2',
  buildx: '0',
  cgroup: '1',
  storage: 'overlay2',
  kernel: '6',
};

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dap-gate-'));
  mkdirSync(join(root, 'examples/redes/dns'), { recursive: true });
  write('#! T\n\n# a\n$ true\n');
});

afterEach(() => {
  rmSync(root, { recursive: true });
  delete process.env.DAP_PERMITIR_FALLOS;
});

/** Writes the example as the recorder leaves it. */
function write(text: string): void {
  writeFileSync(session(), text);
  record(join(root, 'examples'));
}

const session = () => join(root, 'examples/redes/dns/sesion.console');

function leaveResults(status: 'passed' | 'failed', engine = MAIN_ENGINE): void {
  const of = exampleFingerprint(readExample(join(root, 'examples'), 'redes/dns'));
  const examples = { 'redes/dns': { status, ms: 1, steps: 1, date: FACTS.date, of } };
  const file = join(root, resultsFile(engine));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...FACTS, examples, claims: {} }));
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
  expect(build).toThrow(/redes\/dns[\s\S]*Cómo arreglarlo: arréglalo y repite «npm test»/);
});

it('DAP_PERMITIR_FALLOS=1 lo permite', () => {
  leaveResults('failed');
  process.env.DAP_PERMITIR_FALLOS = '1';
  expect(build).not.toThrow();
});

it('un fallo de lo que ya se cambió, o ya no existe, no lo impide: lo dirá la próxima comprobación', () => {
  leaveResults('failed');
  write('#! T\n\n# a\n$ echo\n');
  expect(build).not.toThrow();
  rmSync(session());
  expect(build).not.toThrow();
});

it('que otro motor responda otra cosa se enseña, y no lo impide', () => {
  leaveResults('passed');
  leaveResults('failed', 'estable');
  expect(build).not.toThrow();
});

it('una salida escrita a mano no se publica, ni a propósito', () => {
  process.env.DAP_PERMITIR_FALLOS = '1';
  writeFileSync(session(), '#! T\n\n# a\n$ true\nsalida inventada\n');
  expect(build).toThrow(/sesion.console:1:1 lo grabado de «redes\/dns» se cambió a mano/);
});
