/** The sidebar of a topic whose list has parts. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { groupsOf } from '../../../src/guide/page-groups.ts';
import { readOrder } from '../../../src/guide/page-order.ts';
import { buildSidebar } from '../../../src/guide/sidebar.ts';

const docs = mkdtempSync(join(tmpdir(), 'sidebar-'));
afterAll(() => rmSync(docs, { recursive: true }));

/** Writes the list of a topic and a page for each name. */
function topic(name: string, list: string, pages: Record<string, string>): void {
  mkdirSync(join(docs, name), { recursive: true });
  writeFileSync(join(docs, name, '_orden.yaml'), list);
  for (const [page, text] of Object.entries(pages)) writeFileSync(join(docs, name, `${page}.mdx`), text);
}

test('pages before the first part stand alone, and each part holds its own, folded', () => {
  topic('redes', '- index\n- grupo: Dentro\n- dns\n- borrador\n- puente\n- grupo: Fuera\n- puertos\n', {
    ...{ index: '', dns: '', puente: '', puertos: '' },
    borrador: '---\ndraft: true\n---\n',
  });
  const [redes] = buildSidebar(docs, []);
  expect(redes).toEqual({
    label: 'Redes',
    items: [
      { slug: 'redes' },
      { label: 'Dentro', collapsed: true, items: [{ slug: 'redes/dns' }, { slug: 'redes/puente' }] },
      { label: 'Fuera', collapsed: true, items: [{ slug: 'redes/puertos' }] },
    ],
  });
});

test('a list without parts is flat, and a part without pages is not shown', () => {
  topic('compose', '- dns\n- grupo: Nada\n', { dns: '' });
  expect(buildSidebar(docs, [])).toContainEqual({ label: 'Compose', items: [{ slug: 'compose/dns' }] });
});

test('a misspelt part is taken for a page, which the check of the lists does not find', () => {
  topic('volumenes', '- dns\n- gripo: Dentro\n- grupo:\n', {});
  expect(readOrder(docs, 'volumenes').map(({ name, line }) => [name, line])).toEqual([
    ['dns', 1],
    ['gripo: Dentro', 2],
    ['grupo:', 3],
  ]);
});

test('pages of the same part that do not stand together are two groups, as the list says', () => {
  topic('seguridad', '- grupo: A\n- uno\n- grupo: B\n- dos\n- grupo: A\n- tres\n', {});
  const groups = groupsOf(readOrder(docs, 'seguridad'));
  expect(groups.map(({ label, pages }) => [label, pages.map(({ name }) => name)])).toEqual([
    ['A', ['uno']],
    ['B', ['dos']],
    ['A', ['tres']],
  ]);
});
