import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow } from '../../../src/machine/files-below.ts';

test('files at any depth, in one order, without folders or links', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dap-archivos-'));
  try {
    for (const name of ['b', 'a/z', 'a/c/d']) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), '');
    }
    mkdirSync(join(folder, 'vacia'));
    symlinkSync('b', join(folder, 'enlace'));
    expect(filesBelow(folder).map((file) => relative(folder, file))).toEqual(['a/c/d', 'a/z', 'b']);
    expect(filesBelow(join(folder, 'b'))).toEqual([join(folder, 'b')]);
    expect(filesBelow(join(folder, 'no-hay'))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
