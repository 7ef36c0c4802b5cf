/** Brings what there is to search in, once the search is opened. */
import { type Index, PAGEFIND_OPTIONS, type Pagefind } from './found.ts';
import { type PackedPage, unpack } from './key-list.ts';
import type { KeyPage } from './keys.ts';

/**
 * Pagefind and the list of keys of a site.
 * @param base path under which the site hangs, with a slash at the end
 */
export async function loadIndex(base: string): Promise<Index> {
  const [pagefind, keys] = await Promise.all([loadPagefind(base), loadKeys(base)]);
  return { pagefind, keys };
}

async function loadKeys(base: string): Promise<KeyPage[]> {
  const response = await fetch(`${base}claves.json`);
  if (!response.ok) throw new Error(`claves.json: ${response.status}`);
  return ((await response.json()) as PackedPage[]).map(unpack);
}

async function loadPagefind(base: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Pagefind;
  await pagefind.options(PAGEFIND_OPTIONS);
  await pagefind.init();
  return pagefind;
}
