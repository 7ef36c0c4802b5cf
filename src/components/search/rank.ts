/** Joins lists of pages, each the best first, in one. */
import type { FoundPage } from './found.ts';

export interface RankedList {
  pages: FoundPage[];
  /** How much being first in it is worth. */
  weight: number;
}

/** How slowly worth falls down a list. */
const SLOPE = 2;

/** Pages by what their places are worth; what Pagefind knows of a page (its sections) is kept. */
export function joinLists(lists: RankedList[]): FoundPage[] {
  const byUrl = new Map<string, { page: FoundPage; worth: number }>();
  for (const { pages, weight } of lists) {
    for (const [place, page] of pages.entries()) {
      const worth = (weight * SLOPE) / (SLOPE + place);
      const known = byUrl.get(page.url);
      if (!known) byUrl.set(page.url, { page, worth });
      else {
        known.worth += worth;
        if (known.page.sub_results.length === 0) known.page = page;
      }
    }
  }
  return [...byUrl.values()].sort((a, b) => b.worth - a.worth).map(({ page }) => page);
}
