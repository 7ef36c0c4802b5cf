/** Asks Pagefind and the list of keys, and asks again in other words when little is found. */
import { type FoundPage, findPages, type Index } from './found.ts';
import { hasSymbols, type KeyPage, pagesQuotedIn, pagesWithKey, pagesWithTerm } from './keys.ts';
import { alternatives, cleanQuery, isShort, messageParts, significantWords, typedQuery } from './query.ts';
import { joinLists, type RankedList } from './rank.ts';
import { corrected, vocabulary } from './spelling.ts';

export interface Answer {
  pages: FoundPage[];
  /** How many pages there are, loaded or not. */
  total: number;
  /** Whether it had to be searched for in other words. */
  changed: boolean;
}

/** Fewer than these, and pages with other words are added. */
const FEW = 3;

/** What being first in each list is worth. */
const WORTH = { key: 10, quoted: 3, term: 1.5, found: 1, sameMeaning: 0.3, other: 0.2 };

/**
 * Searches for a text as it was typed and, if little is found, by the parts of the message, in other words, and word by word.
 * @param kind label of the kind of page to keep; empty for all
 * @param limit pages to return
 */
export async function searchFor(index: Index, text: string, kind: string, limit: number): Promise<Answer> {
  const options = kind ? { filters: { tipo: kind } } : {};
  const keys = kind ? index.keys.filter((page) => page.kind === kind) : index.keys;
  const raw = typedQuery(text);
  if (!raw) return { pages: [], total: 0, changed: false };
  const find = (query: string) => findPages(index.pagefind, query, options, limit);
  const findAll: FindAll = async (queries, weight) => {
    const lists: RankedList[] = [];
    // One after another: Pagefind writes the excerpts of each query over those of the one before.
    for (const query of queries) lists.push({ pages: (await find(query)).pages, weight });
    return lists;
  };

  const query = isShort(raw) ? raw : cleanQuery(text) || raw;
  const asked = await find(query);
  const exact: RankedList[] = [
    { pages: pagesWithKey(keys, raw).map(asFound), weight: WORTH.key },
    { pages: (isShort(raw) ? [] : pagesQuotedIn(keys, text)).map(asFound), weight: WORTH.quoted },
    { pages: (hasSymbols(raw) ? pagesWithTerm(keys, raw) : []).map(asFound), weight: WORTH.term },
    { pages: asked.pages, weight: WORTH.found },
  ];
  const some = joinLists(exact).length > 0;
  const right = corrected(query, vocabulary(keys));
  const also = some && isShort(raw) ? await findAll(alternatives(query), WORTH.sameMeaning) : [];
  const meant = some && right ? await findAll([right], WORTH.found) : [];
  const first = joinLists([...exact, ...also, ...meant]);
  if (first.length >= FEW) return answer(first, limit, false, asked.total);

  const tries = [
    async () => findAll(messageParts(text), WORTH.other),
    async () => findAll(inOtherWords(query, right), WORTH.other),
    async () => wordByWord(right ?? query, findAll),
  ];
  let lists: RankedList[] = [{ pages: first, weight: WORTH.key }];
  for (const attempt of tries) {
    lists = [...lists, ...(await attempt())];
    if (joinLists(lists).length >= FEW) break;
  }
  return answer(joinLists(lists), limit, first.length === 0);
}

type FindAll = (queries: string[], weight: number) => Promise<RankedList[]>;

function inOtherWords(query: string, right: string | undefined): string[] {
  return right ? [right, ...alternatives(right)] : alternatives(query);
}

async function wordByWord(query: string, findAll: FindAll): Promise<RankedList[]> {
  const words = significantWords(query);
  return [
    ...(await findAll(words, WORTH.other)),
    ...(await findAll(words.flatMap(alternatives), WORTH.other / 2)),
  ];
}

function answer(pages: FoundPage[], limit: number, changed: boolean, total = 0): Answer {
  return { pages: pages.slice(0, limit), total: Math.max(total, pages.length), changed };
}

function asFound(page: KeyPage): FoundPage {
  return {
    url: page.url,
    meta: { title: page.title },
    filters: page.kind ? { tipo: [page.kind] } : {},
    content: '',
    excerpt: page.description,
    sub_results: [],
  };
}
