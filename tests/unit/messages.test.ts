/** Every message that says how to mend something calls it the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../src/config/paths.ts';

const OTHER_LABELS = /\b(?:Remedio|Solución|Arreglo): /;

test('«Cómo arreglarlo: » is the only label', () => {
  const files = ['src', 'scripts'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:ts|mjs|astro)$/.test(path))
      .map((path) => join(folder, path)),
  );
  expect(files.filter((path) => OTHER_LABELS.test(readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
  expect('  Remedio: npm run build').toMatch(OTHER_LABELS);
});
