/** Makes, when the site is built, the list that the search loads when it opens. Pure. */
import type { KeyPage } from './keys.ts';

const QUOTED = /`([^`\n]{1,80})`|<(code|i)\b[^>]*>([^<\n]{2,80})<\/\2>/g;

/**
 * What a page writes as code or quotes of a program, with how many times.
 * @param source the MDX of the page
 */
export function writtenTerms(source: string): Record<string, number> {
  const terms: Record<string, number> = {};
  for (const [, code, , quote] of source.replace(/^```[\s\S]*?^```/gm, '').matchAll(QUOTED)) {
    const term = (code ?? quote ?? '').trim();
    if (term) terms[term] = (terms[term] ?? 0) + 1;
  }
  return terms;
}

/** What is written of a page in the list, short: it travels. */
export type PackedPage = [string, string, string, string, string[], Record<string, number>];

export function pack({ url, title, description, kind, keys, terms }: KeyPage): PackedPage {
  return [url, title, description, kind ?? '', keys, terms];
}

export function unpack([url, title, description, kind, keys, terms]: PackedPage): KeyPage {
  return { url, title, description, ...(kind && { kind }), keys, terms };
}
