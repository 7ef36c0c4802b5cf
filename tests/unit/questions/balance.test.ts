/** The right answer is guessed neither by its place nor by its length. */
import { describe, expect, it } from 'vitest';
import { guessableAnswers, isRightLongest } from '../../../src/guide/checks/questions.ts';
import type { Corpus } from '../../../src/guide/corpus.ts';
import { readPage } from '../../../src/guide/page.ts';
import { arrange, type Option, questionId } from '../../../src/guide/questions/question.ts';

const PAGE = 'src/content/docs/redes/dns.mdx';
const OPTIONS: Option[] = [
  { texto: 'uno', porque: 'x' },
  { texto: 'dos', porque: 'x', correcta: true },
  { texto: 'tres', porque: 'x' },
];

/** A guide whose questions have the right answer in these places. */
function guideWith(places: number[]): Corpus {
  const left = [...places];
  const statements: string[] = [];
  for (let n = 0; left.length; n++) {
    const { choices } = arrange('redes/dns', questionId(`¿${n}?`), `¿${n}?`, OPTIONS);
    const at = left.indexOf(choices.findIndex(({ right }) => right));
    if (at < 0) continue;
    left.splice(at, 1);
    statements.push(`¿${n}?`);
  }
  const options = JSON.stringify(OPTIONS);
  const source = statements
    .map((text) => `<Pregunta enunciado="${text}" opciones={${options}} />`)
    .join('\n\n');
  return { pages: [readPage(source, PAGE)], examples: [] as Corpus['examples'] } as Corpus;
}

describe('respuestas que no se adivinan', () => {
  it('un sitio con más del 40 % de las correctas se rechaza, y dice cómo barajar de nuevo', () => {
    const [problem, ...rest] = guessableAnswers(guideWith([0, 0, 1, 1, 1, 1, 1, 2, 2, 2]));
    expect(rest).toEqual([]);
    expect(problem?.message).toBe('la respuesta correcta es la 2.ª en 5 de 10 preguntas');
    expect(problem?.remedy).toContain('SALT');
  });

  it('con un 40 % o menos en cada sitio, no', () => {
    expect(guessableAnswers(guideWith([0, 0, 0, 1, 1, 1, 1, 2, 2, 2]))).toEqual([]);
  });

  it('con pocas preguntas no se puede decir', () => {
    expect(guessableAnswers(guideWith([0, 0, 0, 0, 0, 0, 0, 0, 0]))).toEqual([]);
  });

  it('la más larga es la que se ve más larga', () => {
    const asked = (texto: string) =>
      arrange('p', 'x', '¿?', [
        { texto, porque: 'x', correcta: true },
        ...OPTIONS.filter((o) => !o.correcta),
      ]);
    expect(isRightLongest(asked('cinco'))).toBe(true);
    expect(isRightLongest(asked('seis'))).toBe(false);
    expect(isRightLongest(asked('dos'))).toBe(false);
  });
});
