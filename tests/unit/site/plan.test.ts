/** The pages of a course, shared out among its sessions. */
import { describe, expect, it } from 'vitest';
import { pagesOf, shareOut } from '../../../src/guide/plan.ts';

const page = (slug: string, minutes: number) => ({ slug, title: slug, minutes });
const minutes = (sessions: { minutes: number }[][]) => sessions.map((pages) => pages.map((p) => p.minutes));

describe('el reparto', () => {
  it('la sesión más larga es la más corta posible, y el orden no cambia', () => {
    const pages = [10, 20, 30, 10, 20, 30].map((each, index) => page(`p${index}`, each));
    expect(minutes(shareOut(pages, 2))).toEqual([
      [10, 20, 30],
      [10, 20, 30],
    ]);
    expect(shareOut(pages, 3).flat()).toEqual(pages);
  });

  it('una página que no cabe en ninguna es una sesión', () => {
    expect(minutes(shareOut([page('a', 5), page('b', 90), page('c', 5)], 3))).toEqual([[5], [90], [5]]);
  });

  it('con menos páginas que sesiones, una por sesión como mucho', () => {
    expect(shareOut([page('a', 5)], 4)).toHaveLength(1);
    expect(shareOut([], 4)).toEqual([]);
  });
});

it('las páginas van por temas y en su orden; la hoja de resumen no se da en clase', () => {
  const listed = ['redes/b', 'empezar/a', 'empezar/resumen', 'empezar/sin-escribir'].map((slug) => ({
    ...{ topic: slug.split('/')[0] as string, name: slug.split('/')[1] as string },
    ...{ slug, line: 1 },
  }));
  const pages = ['empezar/a', 'empezar/resumen', 'redes/b'].map((slug) => ({
    ...{ slug, title: slug, words: 1800, steps: [], exercises: [] },
  }));
  expect(pagesOf(['empezar', 'redes'], listed, pages)).toEqual([page('empezar/a', 10), page('redes/b', 10)]);
});
