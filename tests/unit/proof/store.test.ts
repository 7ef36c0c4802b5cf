import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { LIFE_MS, machineStore, ProofStore } from '../../../src/proof/store.ts';
import { tellReused } from '../../support/reused.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'dap-pruebas-'));
  made.push(path);
  return path;
}

const NOW = Date.parse('2026-11-26T12:00:00Z');
const proofAt = (ms: number) => ({
  what: 'ejemplo redes/dns',
  date: new Date(ms).toISOString(),
  ms: 5,
  meta: { a: 1 },
});

test('two clones share what was proved', () => {
  const path = folder();
  new ProofStore(path).keep('huella', proofAt(NOW));
  expect(new ProofStore(path).find('huella', NOW + 1000)).toEqual(proofAt(NOW));
  expect(new ProofStore(path).find('otra', NOW)).toBeUndefined();
});

test('a proof stands for a week, and not if it says that it will be made tomorrow', () => {
  const store = new ProofStore(folder());
  store.keep('huella', proofAt(NOW));
  expect(store.find('huella', NOW + LIFE_MS - 1)).toBeDefined();
  expect(store.find('huella', NOW + LIFE_MS)).toBeUndefined();
  expect(store.find('huella', NOW - 1000)).toBeUndefined();
});

test('what another version wrote, or a dying process, is no proof', () => {
  const path = folder();
  writeFileSync(join(path, 'a.json'), '{"what":');
  writeFileSync(join(path, 'b.json'), '{"what":"x","date":"2026-11-26T12:00:00Z"}');
  const store = new ProofStore(path);
  expect([store.find('a', NOW), store.find('b', NOW)]).toEqual([undefined, undefined]);
});

test('what is too old goes away, and nothing else', () => {
  const path = folder();
  const store = new ProofStore(path);
  store.keep('vieja', proofAt(NOW));
  store.keep('nueva', proofAt(NOW));
  const old = (Date.now() - LIFE_MS - 1000) / 1000;
  utimesSync(join(path, 'vieja.json'), old, old);
  store.prune();
  expect(readdirSync(path)).toEqual(['nueva.json']);
  new ProofStore(join(path, 'no-existe')).prune();
});

test('it is where the user keeps caches', () => {
  const path = folder();
  machineStore({ XDG_CACHE_HOME: path }).keep('huella', proofAt(NOW));
  expect(readdirSync(join(path, 'docker-a-prueba/pruebas'))).toEqual(['huella.json']);
});

test('a run says how many proofs it took from others and how old they are', () => {
  const hoursAgo = (hours: number) => new Date(NOW - hours * 3600_000).toISOString();
  const proofs = [
    { state: 'passed', reused: hoursAgo(3) },
    { state: 'passed', reused: hoursAgo(50) },
    { state: 'passed' },
    { state: 'skipped' },
  ] as const;
  expect(tellReused(proofs, NOW)).toContain('Se reutilizan 2 pruebas');
  expect(tellReused(proofs, NOW)).toContain('de hace 2 días. Hechas ahora: 1.');
  expect(tellReused([{ state: 'passed', reused: hoursAgo(0.2) }], NOW)).toContain('de hace 12 min');
  expect(tellReused([{ state: 'passed' }], NOW)).toBeUndefined();
});
