/** The card above a page. */
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../src/guide/page.ts';
import { minutesOf } from '../../../src/guide/page-card.ts';

const PAGE = `---
title: Una página
tipo: aprender
antes:
  - empezar/primer-contenedor
  - redes
---
Tres palabras \`docker run\` — y **tres más**.

<Paso ejemplo="a/b" id="uno dos" />
`;

describe('ficha de una página', () => {
  const uses = readPage(PAGE, 'src/content/docs/redes/una.mdx');

  it('sabe qué páginas van antes, y en qué línea lo dice', () => {
    expect(uses.before.map(({ id, line }) => [id, line])).toEqual([
      ['empezar/primer-contenedor', 5],
      ['redes', 6],
    ]);
  });

  it('cuenta las palabras de la prosa, también las que van en código, y no los signos', () => {
    expect(uses.words).toBe(7);
  });

  it('los minutos son los de leer y los de teclear cada bloque', () => {
    const steps = (count: number) => Array.from({ length: count }, () => uses.steps[0] as never);
    expect(minutesOf({ words: 900, steps: steps(9), exercises: [] })).toBe(11);
    expect(minutesOf({ words: 0, steps: [], exercises: [] })).toBe(1);
    const exercises = [{ id: 'redes/x', file: 'x', line: 1, column: 1 }];
    expect(minutesOf({ words: 180, steps: [], exercises })).toBe(21);
  });
});
