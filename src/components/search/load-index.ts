/** Brings what there is to search in, once the search is opened. */
import { type Index, PAGEFIND_OPTIONS, type Pagefind } from './found.ts';
import { type PackedPage, unpack } from './key-list.ts';
import type { KeyPage } from './keys.ts';

/** Why there is nothing to search in: the site was not built with an index, or it could not be brought. */
export class IndexError extends Error {
  readonly reason: 'missing' | 'unreachable';

  constructor(reason: IndexError['reason'], cause: unknown) {
    super(`index ${reason}`, { cause });
    this.reason = reason;
  }
}

/**
 * Pagefind and the list of keys of a site.
 * @param base path under which the site hangs, with a slash at the end
 * @throws {IndexError} when they cannot be had, also at a second try
 */
export async function loadIndex(base: string): Promise<Index> {
  try {
    return await loadBoth(base);
  } catch (error) {
    const answer = await fetch(`${base}pagefind/pagefind.js`, { method: 'HEAD' }).catch(() => undefined);
    if (answer?.status === 404) throw new IndexError('missing', error);
    // A network or a server in trouble deserves another try.
    return loadBoth(base).catch((again) => {
      throw new IndexError('unreachable', again);
    });
  }
}

async function loadBoth(base: string): Promise<Index> {
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
