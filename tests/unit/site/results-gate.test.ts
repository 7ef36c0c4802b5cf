/** A site whose last run failed, or that no run proved, is not published. */
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
  delete process.env.DAP_BORRADOR;
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

it('sin resultados no se publica, y dice cómo tenerlos', () => {
  expect(build).toThrow(/No hay resultados[\s\S]*Cómo arreglarlo: repite «npm test»/);
});

it.each(['DAP_PERMITIR_FALLOS', 'DAP_BORRADOR'])(
  'sin resultados, con %s=1 se construye: no se publica',
  (name) => {
    process.env[name] = '1';
    expect(build).not.toThrow();
  },
);

it('con resultados de otra cosa no se publica, y nombra qué falta', () => {
  leaveResults('passed');
  write('#! T\n\n# a\n$ echo\n');
  expect(build).toThrow(/cambiado desde que se probó: redes\/dns\n/);
});

it('con ejemplos sin probar no se publica; de muchos, nombra los primeros', () => {
  leaveResults('passed');
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
    const folder = join(root, 'examples/redes', name);
    mkdirSync(folder);
    writeFileSync(join(folder, 'sesion.console'), '#! T\n\n# a\n$ true\n');
    record(join(root, 'examples'), `redes/${name}`);
  }
  expect(build).toThrow(/: redes\/a, redes\/b, redes\/c, redes\/d, redes\/e y 1 más/);
});

it('con una afirmación sin probar, tampoco', () => {
  leaveResults('passed');
  mkdirSync(join(root, 'tests/claims/redes'), { recursive: true });
  writeFileSync(
    join(root, 'tests/claims/redes/dns.ts'),
    "import { claim } from '../../support/claim.ts';\n\nclaim('nadie-la-probo', { proves: [] }, async ({ run }) => {\n  await run.ok('true');\n});\n",
  );
  expect(build).toThrow(/se probó: nadie-la-probo\n/);
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

it('un fallo de lo que ya no existe no lo impide', () => {
  leaveResults('failed');
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
