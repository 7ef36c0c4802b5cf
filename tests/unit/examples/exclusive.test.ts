import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inTurns, listExampleIds } from '../../../src/examples/catalog.ts';

test('those that say so run alone; one that cannot be read is told in its own test', () => {
  const root = mkdtempSync(join(tmpdir(), 'dap-turnos-'));
  try {
    const sessions = {
      't/uno': '#! T\n\n# a\n$ true\n',
      't/sola': '#! T {exclusivo}\n\n# a\n$ true\n',
      't/rota': 'sin título\n',
    };
    for (const [id, text] of Object.entries(sessions)) {
      mkdirSync(join(root, id), { recursive: true });
      writeFileSync(join(root, id, 'sesion.console'), text);
    }
    expect(inTurns(root, listExampleIds(root))).toEqual([['t/rota', 't/uno'], ['t/sola']]);
  } finally {
    rmSync(root, { recursive: true });
  }
});

// As tests/examples.test.ts registers them, in a project in which tests are concurrent.
describe.concurrent('what is not concurrent runs alone', () => {
  let running = 0;
  let most = 0;
  const run = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 30));
    running -= 1;
  };
  test.for(['uno', 'dos', 'tres'])('%s, with others', run);
  test.for(['a solas', 'y otra'])('%s', { concurrent: false }, async () => {
    expect([running, most]).toEqual([0, 3]);
    await run();
    expect([running, most]).toEqual([0, 3]);
  });
});
