/** The map of the guide: each topic with how much it is, and what is still being written. */
import type { PageUses } from './page.ts';
import { minutesOf } from './page-card.ts';
import type { Listed } from './page-order.ts';
import { SECTIONS } from './sections.ts';

export interface MappedTopic {
  id: string;
  label: string;
  /** What one learns in it. */
  about: string;
  /** Address of its first page, without slashes at its ends. */
  first: string;
  pages: number;
  minutes: number;
}

/** What each topic with pages is about, in a sentence. */
const ABOUT: Record<string, string> = {
  empezar: 'De instalar Docker a una aplicación de tres piezas en marcha.',
  fundamentos: 'Qué es un contenedor por dentro: espacios de nombres, límites y capas.',
  redes: 'Cómo se encuentran dos contenedores y cómo se llega a ellos desde fuera.',
  referencia: 'Mensajes de error, glosario, Windows y Mac, y la guía en una clase.',
};

/**
 * Topics that have pages, and the names of those that have none yet, in the order of the guide.
 * @param order the pages of each topic in their order, only those published
 */
export function mapTopics(
  order: readonly Listed[],
  pages: readonly Pick<PageUses, 'slug' | 'words' | 'steps'>[],
): { topics: MappedTopic[]; planned: string[] } {
  const bySlug = new Map(pages.map((page) => [page.slug, page]));
  const topics = SECTIONS.flatMap(({ directory: id, label }) => {
    const listed = order.filter(({ topic, slug }) => topic === id && bySlug.has(slug));
    const [first] = listed;
    if (!first) return [];
    const minutes = listed.reduce((sum, { slug }) => sum + minutesOf(bySlug.get(slug) as PageUses), 0);
    return [{ id, label, about: ABOUT[id] ?? '', first: first.slug, pages: listed.length, minutes }];
  });
  const written = new Set(topics.map(({ id }) => id));
  const planned = SECTIONS.filter(({ directory }) => !written.has(directory)).map(({ label }) => label);
  return { topics, planned };
}

/** `2 h 40 min`: to the nearest ten minutes, as good as the estimate is. */
export function durationText(minutes: number): string {
  const rounded = Math.max(10, Math.round(minutes / 10) * 10);
  const [hours, rest] = [Math.floor(rounded / 60), rounded % 60];
  return [hours > 0 && `${hours} h`, rest > 0 && `${rest} min`].filter(Boolean).join(' ');
}
