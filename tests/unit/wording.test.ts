/** What a person is told has one form. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesBelow } from '../../src/machine/files-below.ts';

/** Sources of ours that hold a text. */
function sourcesWith(text: string): string[] {
  return ['src', 'scripts']
    .flatMap(filesBelow)
    .filter((file) => /\.(?:ts|mjs|astro)$/.test(file))
    .filter((file) => readFileSync(file, 'utf8').includes(text));
}

test('a message says how to mend it under one name', () => {
  expect(sourcesWith('Remedio:')).toEqual([]);
  // The search can fail.
  expect(sourcesWith('Cómo arreglarlo:').length).toBeGreaterThan(20);
});
