/** No test asks a program for one patch version: Debian, or the official image, will have another tomorrow. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { patches } from '../../../src/examples/redaction/patches.ts';
import { filesBelow } from '../../../src/machine/files-below.ts';

/** It reads tables of versions, which are its material. */
const READS_VERSIONS = 'tests/unit/images/catalogue.test.ts';

const pins = (text: string) =>
  text.split('\n').filter((line) => patches.apply(line, { command: '', typed: () => false }) !== line);

test.each(['tests/images', 'tests/claims', 'tests/bench'])('%s', (folder) => {
  const files = filesBelow(folder).filter((file) => file.endsWith('.ts') && file !== READS_VERSIONS);
  expect(files.length).toBeGreaterThan(2);
  expect(files.flatMap((file) => pins(readFileSync(file, 'utf8')).map((line) => `${file}: ${line}`))).toEqual(
    [],
  );
});

test('a test that did would be seen', () => {
  expect(pins("expect(await ok('nginx -v')).toContain('nginx/1.30.6');")).toHaveLength(1);
  expect(pins("expect(await ok('nginx -v')).toContain('nginx/1.30');")).toEqual([]);
});
