/** Weighing a page: everything that it loads by itself, once, and nothing else. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readBuiltPages, weigh } from '../../../scripts/site/dist.ts';

const dist = mkdtempSync(join(tmpdir(), 'dap-dist-'));
afterAll(() => rmSync(dist, { recursive: true }));

it('cuenta estilos, scripts y lo que estos importan, pero no lo que se pide después', () => {
  mkdirSync(join(dist, 'a'));
  const files: Record<string, string> = {
    'index.html':
      '<link rel="stylesheet" href="/a/x.css"><link rel="stylesheet" href="/a/print.css" media="print"><script type="module" src="/a/x.js"></script>',
    'a/x.css': 'b{}',
    'a/print.css': 'c{}',
    'a/x.js': 'import{a}from"./y.js";import"./z.js";const later=()=>import("./later.js");',
    'a/y.js': 'export const a=1;',
    'a/z.js': 'import"./y.js";',
    'a/later.js': '1',
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(dist, path), text);
  const [page] = readBuiltPages(dist);
  expect(page?.path).toBe('/');
  const weight = weigh(dist, page ?? { path: '', html: '' });
  expect(weight.files.map(({ path }) => path)).toEqual(['/', '/a/x.css', '/a/x.js', '/a/y.js', '/a/z.js']);
  expect(weight.bytes).toBe(weight.files.reduce((sum, { bytes }) => sum + bytes, 0));
});
