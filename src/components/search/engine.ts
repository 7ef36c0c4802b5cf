/** Asks Pagefind, and asks again in other words when it finds nothing. */
import { alternatives, cleanQuery, mergeResults, significantWords } from './query.ts';

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
  /** What was searched for in the end. */
  query: string;
  results: FoundResult[];
  /** Whether it had to be searched for in other words. */
  changed: boolean;
}

/**
 * Searches for a text.
 * @param kind label of the kind of page to keep; empty for all
 */
export async function searchFor(pagefind: Pagefind, text: string, kind: string): Promise<Answer> {
  const options = kind ? { filters: { tipo: kind } } : {};
  const find = async (query: string) => (await pagefind.search(query, options)).results;
  const query = cleanQuery(text);
  if (!query) return { query: '', results: [], changed: false };
  const exact = await find(query);
  if (exact.length) return { query, results: exact, changed: false };
  const lists = [...(await all(alternatives(query), find))];
  if (!lists.some((list) => list.length)) lists.push(...(await all(significantWords(query), find)));
  return { query, results: mergeResults(lists), changed: true };
}

async function all(
  queries: string[],
  find: (query: string) => Promise<FoundResult[]>,
): Promise<FoundResult[][]> {
  const lists: FoundResult[][] = [];
  for (const query of queries) lists.push(await find(query));
  return lists;
}
