/** The sidebar of the guide: every page once, in the order in which one reads. Pages show only their topic's part of it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupsOf } from './page-groups.ts';
import { type Listed, readOrder } from './page-order.ts';
import { SECTIONS } from './sections.ts';

type Page = { slug: string };
type Item = Page | { label: string; collapsed: true; items: Page[] };

/** Where the proofs of a topic are listed. */
export function proofsPath(topic: string): string {
  return `/verificacion/${topic}/`;
}

/**
 * Sidebar groups for the topics that have pages, and that of the proofs.
 * @param docs folder of the pages
 * @param proved topics with examples or claims
 */
export function buildSidebar(docs: string, proved: readonly string[]) {
  const topics = SECTIONS.map(({ label, directory }) => ({
    label,
    items: inGroups(
      readOrder(docs, directory).filter(({ name }) => isPublished(join(docs, directory, `${name}.mdx`))),
    ),
  })).filter(({ items }) => items.length > 0);
  const proofs = SECTIONS.filter(({ directory }) => proved.includes(directory)).map(
    ({ label, directory }) => ({
      label: `Pruebas de ${label}`,
      link: proofsPath(directory),
    }),
  );
  const all = { slug: 'verificacion', label: 'Todas las pruebas' };
  const practice = [
    { label: 'Preguntas por temas', link: '/practica/' },
    { label: 'Tu progreso', link: '/progreso/' },
  ];
  return [
    ...topics,
    { label: 'Practicar', items: practice },
    { label: 'Qué se probó', items: [all, ...proofs] },
  ];
}

/** The pages of a topic, those of each of its parts together; Starlight opens the part of the current page. */
function inGroups(listed: readonly Listed[]): Item[] {
  return groupsOf(listed).flatMap(({ label, pages }): Item[] => {
    const items = pages.map(({ slug }) => ({ slug }));
    return label === undefined ? items : [{ label, collapsed: true, items }];
  });
}

/** Starlight knows nothing of drafts in a build, and of pages that are only planned. */
function isPublished(file: string): boolean {
  return existsSync(file) && !/^draft: *true/m.test(readFileSync(file, 'utf8'));
}
