/** What the search of the built site searches in, read by Node as a browser reads it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serveSite } from '../../scripts/setup/server.ts';
import { type Index, PAGEFIND_OPTIONS, type Pagefind } from '../../src/components/search/found.ts';
import { type PackedPage, unpack } from '../../src/components/search/key-list.ts';
import { BASE } from '../../src/config/project.ts';

/**
 * Opens the index of a built site, with the site's own Pagefind.
 * @returns the index, and what closes the server behind it
 */
export async function openIndex(dist: string): Promise<{ index: Index; close(): Promise<void> }> {
  const server = await serveSite({ root: dist, base: BASE, port: 0 });
  const folder = join(dist, 'pagefind');
  const pagefind = (await import(pathToFileURL(join(folder, 'pagefind.js')).href)) as Pagefind;
  await pagefind.options({ ...PAGEFIND_OPTIONS, basePath: `${server.url}pagefind/`, baseUrl: BASE });
  await pagefind.init();
  const packed = JSON.parse(readFileSync(join(dist, 'claves.json'), 'utf8')) as PackedPage[];
  return {
    index: { pagefind, keys: packed.map(unpack) },
    close: () => server.close(),
  };
}
