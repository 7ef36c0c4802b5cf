/** Which parts of a found page answer the question. */
import { stem, wordsOf } from './fold.ts';
import type { FoundPage, Section } from './found.ts';

type Found = Pick<FoundPage, 'url' | 'meta' | 'sub_results'>;

/** The sections of a page with most of what was asked, best first; not its beginning, which is the page itself. */
export function bestSections({ url, sub_results: all }: Found, limit: number): Section[] {
  const worth = ({ weighted_locations: places = [] }: Section) =>
    places.reduce((sum, { balanced_score: score }) => sum + score, 0);
  return all
    .filter((part) => part.url.replace(/#_top$/, '') !== url)
    .sort((a, b) => worth(b) - worth(a))
    .slice(0, limit);
}

/** Where a result leads: to its best section, or to the page when the whole of it is about what was asked. */
export function destination(page: Found, query: string): string {
  const title = wordsOf(page.meta.title ?? '').map(stem);
  const isTitle = wordsOf(query)
    .map(stem)
    .every((word) => title.includes(word));
  return isTitle ? page.url : (bestSections(page, 1)[0]?.url ?? page.url);
}
