import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Lines of a folder's code that import from `forbidden`. */
function importsOf(folder: string, forbidden: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|mjs|astro)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => /\bfrom\s+['"]|\bimport\(/.test(line) && forbidden.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
}

test('the site and the reading of examples know nothing of Docker', () => {
  const folders = [
    'src/examples',
    'src/mutation',
    'src/components',
    'src/content',
    'src/content-checks',
    'src/plugins',
    'src/pages',
  ];
  expect(folders.flatMap((folder) => importsOf(folder, /sandbox\/|dockerode|testcontainers/))).toEqual([]);
});

test('the search finds what it must forbid', () => {
  expect(importsOf('src/sandbox', /testcontainers/)).not.toEqual([]);
});

test('only the door to Testcontainers imports it as a value', () => {
  const imports = importsOf('src/sandbox', /['"]testcontainers['"]/).filter(
    (line) => !line.includes('import type'),
  );
  expect(imports.every((line) => line.startsWith('src/sandbox/runtime.ts'))).toBe(true);
});
