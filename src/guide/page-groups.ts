/** The parts of a topic: the pages of its list that stand together. */
import type { Listed } from './page-order.ts';

/** Pages in a row with the same part; without a label, those before the first part. */
export interface PageGroup {
  label?: string;
  pages: Listed[];
}

/** Gathers the pages of a topic's list by its parts, in their order. */
export function groupsOf(listed: readonly Listed[]): PageGroup[] {
  const groups: PageGroup[] = [];
  for (const page of listed) {
    const last = groups.at(-1);
    if (last && last.label === page.group) last.pages.push(page);
    else groups.push({ ...(page.group !== undefined && { label: page.group }), pages: [page] });
  }
  return groups;
}
