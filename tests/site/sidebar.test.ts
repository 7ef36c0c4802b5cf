/** The menu of each page, and where «siguiente» leads. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BASE } from '../../src/config/project.ts';
import { readOrders } from '../../src/guide/page-order.ts';
import { builtPages, ROOT } from './built.ts';

const pages = new Map(builtPages().map(({ path, html }) => [path, html]));
const order = readOrders(join(ROOT, 'src/content/docs'));

/** Addresses of the links of the menu, without the base. */
function menuOf(html: string): string[] {
  const menu = /<nav class="sidebar[\s\S]*?<\/nav>/.exec(html)?.[0] ?? '';
  return [...menu.matchAll(/<a href="([^"]+)"/g)].map(
    (match) => `/${(match[1] as string).slice(BASE.length)}`,
  );
}

describe('menú', () => {
  it('el de cada página lleva todas las de su tema y la primera de los demás', () => {
    const byTopic = [...Map.groupBy(order, ({ topic }) => topic)];
    expect(byTopic.length).toBeGreaterThan(1);
    for (const { topic, slug } of order) {
      const expected = byTopic.flatMap(([id, listed]) => (id === topic ? listed : listed.slice(0, 1)));
      const guide = menuOf(pages.get(`/${slug}/`) ?? '').filter(
        (path) => !/^\/(?:verificacion|practica)\//.test(path),
      );
      expect(guide, slug).toEqual(expected.map((entry) => `/${entry.slug}/`));
    }
  });

  it('«siguiente» recorre la guía entera, de tema en tema', () => {
    const next = (path: string) => /<a href="([^"]+)" rel="next"/.exec(pages.get(path) ?? '')?.[1];
    const walked: string[] = [];
    for (let path = `/${order[0]?.slug}/`; walked.length < order.length; ) {
      walked.push(path);
      path = `/${next(path)?.slice(BASE.length)}`;
    }
    expect(walked).toEqual(order.map(({ slug }) => `/${slug}/`));
  });
});
