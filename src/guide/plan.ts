/** Shares out the pages of some topics among the sessions of a course, in their order. */
import type { PageUses } from './page.ts';
import { minutesOf } from './page-card.ts';
import type { Listed } from './page-order.ts';

export interface PlannedPage {
  slug: string;
  title: string;
  minutes: number;
}

/** What is for after the class, or to print. */
const NOT_TAUGHT = /\/resumen$/;

/** The pages of some topics with what each takes, in the order in which one reads. */
export function pagesOf(
  topics: readonly string[],
  order: readonly Listed[],
  pages: readonly Pick<PageUses, 'slug' | 'title' | 'words' | 'steps' | 'exercises'>[],
): PlannedPage[] {
  const bySlug = new Map(pages.map((page) => [page.slug, page]));
  return topics.flatMap((topic) =>
    order
      .filter((listed) => listed.topic === topic && !NOT_TAUGHT.test(listed.slug))
      .flatMap(({ slug }) => {
        const page = bySlug.get(slug);
        return page ? [{ slug, title: page.title, minutes: minutesOf(page) }] : [];
      }),
  );
}

/**
 * Cuts a list of pages in sessions so that the longest is as short as it can be; fewer than asked for when there are
 * not so many pages.
 */
export function shareOut(pages: readonly PlannedPage[], sessions: number): PlannedPage[][] {
  let limit = Math.max(0, ...pages.map(({ minutes }) => minutes));
  // Minute by minute: a course is some hundreds of them.
  while (fill(pages, limit).length > sessions) limit += 1;
  return fill(pages, limit);
}

/** As many pages in each session as fit. */
function fill(pages: readonly PlannedPage[], limit: number): PlannedPage[][] {
  const filled: PlannedPage[][] = [];
  let room = 0;
  for (const page of pages) {
    if (filled.length === 0 || page.minutes > room) {
      filled.push([]);
      room = limit;
    }
    filled.at(-1)?.push(page);
    room -= page.minutes;
  }
  return filled;
}
