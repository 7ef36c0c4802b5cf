import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenLinks, idsOf, readBuiltPages } from '../../scripts/site/dist.ts';
import { builtPages, DIST } from './built.ts';

describe('enlaces y anclas', () => {
  it('ninguno está roto', () => {
    expect(brokenLinks(DIST, builtPages())).toEqual([]);
  });

  it('un enlace, un ancla o un archivo que no existen se señalan', () => {
    const fixture = join(import.meta.dirname, '../fixtures/built-site/broken');
    expect(brokenLinks(fixture, readBuiltPages(fixture), '/')).toEqual([
      '/ → /falta.png',
      '/ → /no-existe/',
      '/ → /other.html#sin-ancla',
    ]);
  });

  it.each(builtPages().map((page) => [page.path, page.html]))(
    '%s: ids únicos y sin acentos',
    (_path, html) => {
      const ids = idsOf(html);
      expect(ids.filter((id) => !/^[\x21-\x7e]+$/.test(id))).toEqual([]);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    },
  );
});
