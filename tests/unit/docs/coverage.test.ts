/** docs/cobertura.md says what each id of the inventory is: those of src/content/cobertura.json, and no others. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../../src/config/paths.ts';
import { COVERAGE_FILE, type Coverage } from '../../../src/guide/corpus.ts';

const rows = [
  ...readFileSync(join(ROOT, 'docs/cobertura.md'), 'utf8').matchAll(/^\| ([SA]\d?-\d+) \| (.*?) \|/gm),
];
const told = rows.map(([, id]) => id as string);

test('every id has its sentence, once', () => {
  const { items, claims } = JSON.parse(readFileSync(join(ROOT, COVERAGE_FILE), 'utf8')) as Coverage;
  expect(told.toSorted()).toEqual([...Object.keys(items), ...Object.keys(claims)].sort());
  expect(rows.filter(([, , sentence]) => !/\p{L}{3}/u.test(sentence as string)).map(([row]) => row)).toEqual(
    [],
  );
});
