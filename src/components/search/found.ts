/** Asks Pagefind, and keeps what has to do with the question. */
import { stem, wordsOf } from './fold.ts';
import type { KeyPage } from './keys.ts';

export interface FoundPage {
  url: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  /** The text of the page. */
  content: string;
  excerpt: string;
  sub_results: Section[];
}

/** A part of a page with something of what was asked. */
export interface Section {
  title: string;
  url: string;
  excerpt: string;
  /** Words found in it, with how much each says. */
  weighted_locations?: { balanced_score: number }[];
}

export interface FoundResult {
  id: string;
  score: number;
  data(): Promise<FoundPage>;
}

/** The part of Pagefind's interface that is used here. */
export interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  search(query: string, options?: { filters?: Record<string, string> }): Promise<{ results: FoundResult[] }>;
}

/** How Pagefind is asked; the tests ask the same way. */
export const PAGEFIND_OPTIONS = { excerptLength: 18, ranking: { metaWeights: { title: 5, claves: 5 } } };

/** What there is to search in. */
export interface Index {
  pagefind: Pagefind;
  keys: KeyPage[];
}

/** Loads the first results and leaves out those that have nothing to do with the query: an index that finds nothing tries shorter and shorter words. */
export async function findPages(
  pagefind: Pagefind,
  query: string,
  options: { filters?: Record<string, string> },
  limit: number,
): Promise<{ pages: FoundPage[]; total: number }> {
  const { results } = await pagefind.search(query, options);
  const loaded = await Promise.all(
    results.slice(0, limit).map(async (result) => ({ ...(await result.data()) })),
  );
  const pages = loaded.filter((page) => isAbout(page, query));
  return { pages, total: pages.length < loaded.length ? pages.length : results.length };
}

/** Whether a page has every word of the query, with any ending. */
export function isAbout(page: Pick<FoundPage, 'content' | 'meta'>, query: string): boolean {
  const said = wordsOf(`${page.meta.title ?? ''} ${page.meta.claves ?? ''}`);
  const written = contentWords(page.content);
  return wordsOf(query)
    .map(stem)
    .every((asked) => [said, written].some((words) => words.some((word) => word.startsWith(asked))));
}

const known = new Map<string, string[]>();

/** Each word once; the same pages come back at each letter typed. */
function contentWords(content: string): string[] {
  const words = known.get(content) ?? [...new Set(wordsOf(content))];
  known.set(content, words);
  return words;
}
