/** Asks Pagefind, and asks again in other words when it finds nothing. */
import {
  alternatives,
  cleanQuery,
  isRelated,
  mergeResults,
  messageParts,
  significantWords,
} from './query.ts';

export interface FoundPage {
  url: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  excerpt: string;
  sub_results: { title: string; url: string; excerpt: string }[];
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

export interface Answer {
  pages: FoundPage[];
  /** How many pages there are, loaded or not. */
  total: number;
  /** Whether it had to be searched for in other words. */
  changed: boolean;
}

/**
 * Searches for a text: as it is, then by the parts of the message, in other words, and word by word.
 * @param kind label of the kind of page to keep; empty for all
 * @param limit pages to return
 */
export async function searchFor(
  pagefind: Pagefind,
  text: string,
  kind: string,
  limit: number,
): Promise<Answer> {
  const options = kind ? { filters: { tipo: kind } } : {};
  const find = async (query: string) => (await pagefind.search(query, options)).results;
  const query = cleanQuery(text);
  if (!query) return { pages: [], total: 0, changed: false };
  const exact = await load(await find(query), query, limit);
  if (exact.total) return { ...exact, changed: false };
  for (const part of messageParts(text)) {
    const found = await load(await find(part), part, limit);
    if (found.total) return { ...found, changed: true };
  }
  for (const queries of [alternatives(query), significantWords(query)]) {
    const lists: FoundResult[][] = [];
    for (const other of queries) lists.push(await find(other));
    const found = await load(mergeResults(lists), queries.join(' '), limit);
    if (found.total) return { ...found, changed: true };
  }
  return { pages: [], total: 0, changed: true };
}

/** Loads the first results and leaves out those that have nothing to do with the query. */
async function load(
  results: FoundResult[],
  query: string,
  limit: number,
): Promise<{ pages: FoundPage[]; total: number }> {
  const loaded = await Promise.all(results.slice(0, limit).map((result) => result.data()));
  const pages = loaded.filter((page) => isRelated(query, [...markedWords(page), ...namedWords(page)]));
  return { pages, total: pages.length < loaded.length ? pages.length : results.length };
}

function markedWords(page: FoundPage): string[] {
  const excerpts = [page.excerpt, ...page.sub_results.map((part) => part.excerpt)].join(' ');
  return [...excerpts.matchAll(/<mark>([^<]*)<\/mark>/g)].flatMap((match) =>
    (match[1] ?? '').split(/[^\p{L}\p{N}]+/u),
  );
}

function namedWords(page: FoundPage): string[] {
  return `${page.meta.title ?? ''} ${page.meta.claves ?? ''}`.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}
