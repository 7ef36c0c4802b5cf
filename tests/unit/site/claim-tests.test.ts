import { describe, expect, it } from 'vitest';
import { extractClaims } from '../../../src/guide/claim-tests.ts';

const SOURCE = `
import { claim, expect } from '../support/claim.ts';
const IMAGE = 'nginx:1.30';
const UNUSED = 1;
function start(run) {
  return run.ok(IMAGE);
}
claim('una', { proves: ['A-001', 'A-002'] }, async ({ run }) => {
  await start(run);
  if (run) {
    expect(1).toBe(1);
  }
});
claim('otra', {}, async ({ run }) => run.ok('docker ps'));
claim(dynamic, {}, async () => {});
describe('x', () => { claim('dentro', { proves: [] }, async () => { await x(); }); });
`;

describe('pruebas de afirmaciones', () => {
  const found = extractClaims(SOURCE, 'tests/claims/x.test.ts');

  it('encuentra cada una con su lugar y lo que demuestra', () => {
    expect(found.map(({ id, line, proves }) => ({ id, line, proves }))).toEqual([
      { id: 'una', line: 8, proves: ['A-001', 'A-002'] },
      { id: 'otra', line: 14, proves: [] },
      { id: 'dentro', line: 16, proves: [] },
    ]);
  });

  it('el experimento es el cuerpo, sin sangría, con lo que usa del archivo y nada más', () => {
    expect(found[0]?.experiment).toBe(
      `const IMAGE = 'nginx:1.30';\n\nfunction start(run) {\n  return run.ok(IMAGE);\n}\n\nawait start(run);\nif (run) {\n  expect(1).toBe(1);\n}`,
    );
    expect(found[1]?.experiment).toBe("run.ok('docker ps')");
  });
});
