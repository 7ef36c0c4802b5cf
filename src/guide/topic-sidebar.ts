/** The part of the guide's sidebar that a page carries: its own topic whole, and of the others where they begin. */
import type { StarlightRouteData } from '@astrojs/starlight/route-data';

type Entry = StarlightRouteData['sidebar'][number];
type Link = Extract<Entry, { type: 'link' }>;

/** Shortens each topic without the current page to a link to its first page; the order stays that of the guide. */
export function onlyCurrentTopic(sidebar: Entry[]): Entry[] {
  return sidebar.map((entry) => {
    if (entry.type === 'link') return entry;
    const pages = linksOf(entry);
    const [first] = pages;
    if (!first || pages.some(({ isCurrent }) => isCurrent)) return entry;
    return {
      type: 'link',
      label: entry.label,
      href: first.href,
      isCurrent: false,
      badge: entry.badge,
      attrs: {},
    };
  });
}

function linksOf(entry: Entry): Link[] {
  return entry.type === 'link' ? [entry] : entry.entries.flatMap(linksOf);
}
