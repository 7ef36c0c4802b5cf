/** What the front page chooses and counts. */
import { describe, expect, it } from 'vitest';
import { pickShowcase } from '../../../src/components/showcase.ts';
import { parseSession } from '../../../src/examples/session.ts';
import { durationText, mapTopics } from '../../../src/guide/topic-map.ts';

const listed = (topic: string, name: string) => ({ topic, name, slug: `${topic}/${name}`, line: 1 });
const page = (slug: string, words: number) => ({ slug, words, steps: [], exercises: [] });

describe('el mapa de temas', () => {
  const order = [listed('empezar', 'a'), listed('empezar', 'b'), listed('redes', 'sin-escribir')];

  it('cuenta páginas y minutos, y lleva a la primera', () => {
    const { topics } = mapTopics(order, [page('empezar/a', 1800), page('empezar/b', 900)]);
    expect(topics).toEqual([
      {
        id: 'empezar',
        label: 'Empezar',
        about: expect.stringContaining('instalar'),
        first: 'empezar/a',
        pages: 2,
        minutes: 15,
      },
    ]);
  });

  it('un tema sin páginas se anuncia y no se enlaza', () => {
    const { topics, planned } = mapTopics(order, [page('empezar/a', 1800)]);
    expect(topics.map(({ id }) => id)).toEqual(['empezar']);
    expect(planned).toContain('Redes');
    expect(planned).not.toContain('Empezar');
  });

  it.each([
    [3, '10 min'],
    [44, '40 min'],
    [58, '1 h'],
    [157, '2 h 40 min'],
  ])('%d minutos son %s', (minutes, text) => expect(durationText(minutes)).toBe(text));
});

describe('los dos pasos de la portada', () => {
  const example = (id: string, text: string, provenance: object | undefined = {}) => ({
    id,
    data: { session: parseSession(`#! T\n\n${text}`, 'sesion.console'), provenance },
  });
  const shows = (example: string, ...ids: string[]) => ({
    slug: 'empezar/a',
    title: 'A',
    steps: [{ file: '', line: 1, column: 1, example, ids }],
  });
  const pick = (examples: object[], ...pages: object[]) => {
    const { success, failure } = pickShowcase(examples as never, pages as never);
    return [success, failure].map((one) => one && `${one.id} ${one.steps[0]?.id}`);
  };
  const first = example(
    'empezar/uno',
    '# lista\n$ docker ps\nNAMES\n\n# pedir\n$ docker start web\n$ curl -s localhost\n<h1>Hola</h1>\n\n# no\n$ docker rm web\nError response from daemon: no\n[1]\n\n# otro\n$ cat /x\nno está\n[1]\n',
  );

  it('uno que funciona y se ve, y un fallo de Docker', () => {
    expect(pick([first], shows('empezar/uno', 'lista', 'pedir', 'no', 'otro'))).toEqual([
      'empezar/uno pedir',
      'empezar/uno no',
    ]);
  });

  it('sin esos, el primero que haya', () => {
    expect(pick([first], shows('empezar/uno', 'lista', 'otro'))).toEqual([
      'empezar/uno lista',
      'empezar/uno otro',
    ]);
  });

  it('lo que ninguna página enseña o nadie grabó no se elige', () => {
    expect(pick([first])).toEqual([undefined, undefined]);
    const unrecorded = { ...first, data: { ...first.data, provenance: undefined } };
    expect(pick([unrecorded], shows('empezar/uno', 'pedir'))).toEqual([undefined, undefined]);
  });
});
