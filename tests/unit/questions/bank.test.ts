/** The question bank: by topic, with the page that answers each, and as Moodle takes it. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSession } from '../../../src/examples/session.ts';
import { readCorpus } from '../../../src/guide/corpus.ts';
import { readPage } from '../../../src/guide/page.ts';
import { bankOf } from '../../../src/guide/questions/bank.ts';
import { giftQuestion, toGift } from '../../../src/guide/questions/gift.ts';

const DOCS = 'src/content/docs';
const session = parseSession('#! X\n\n# uno\n$ echo a=1 | tr a b\nb=1\n', 'examples/redes/x/sesion.console');
const asking = readPage(
  `---
title: Preguntas
---
<Prediccion ejemplo="redes/x" id="uno" porque="\`tr\` cambia #" opciones={[{ texto: 'a=1', porque: 'no' }, { texto: '', porque: 'sí {}' }]} />

<Pregunta enunciado="¿Qué es \`-p\`?" opciones={[{ texto: 'publica: 1 < 2', porque: 'sí', correcta: true }, { texto: '~', porque: 'no' }, { texto: 'c', porque: 'no' }]} />
`,
  `${DOCS}/redes/preguntas.mdx`,
);
const showing = readPage(
  '---\ntitle: Enseña\n---\n<Paso ejemplo="redes/x" id="uno" />\n',
  `${DOCS}/redes/x.mdx`,
);
const bank = bankOf([asking, showing], ['redes/x', 'redes/preguntas'], () => session);

describe('banco de preguntas', () => {
  it('va por temas y páginas, y dice dónde se responde cada una', () => {
    expect(bank.map(({ id, pages }) => [id, pages.map(({ slug }) => slug)])).toEqual([
      ['redes', ['redes/x', 'redes/preguntas']],
    ]);
    const [prediction, whole] = bank[0]?.pages[1]?.questions ?? [];
    expect(prediction?.answeredIn).toEqual({ slug: 'redes/x', title: 'Enseña' });
    expect(whole?.answeredIn).toBeUndefined();
    const answering = { ...asking, steps: showing.steps };
    const [page] = bankOf([answering], ['redes/preguntas'], () => session)[0]?.pages ?? [];
    expect(page?.questions[1]?.answeredIn).toEqual({ slug: 'redes/preguntas', title: 'Preguntas' });
  });

  it('en GIFT, lo que allí significa algo va marcado como texto', () => {
    const [prediction, whole] = (bank[0]?.pages[1]?.questions ?? []).map(({ question }) =>
      giftQuestion(question),
    );
    const [head, ...lines] = prediction?.split('\n') ?? [];
    expect(head?.replace(/\(\w+\)/, '(x)')).toBe(
      '::¿Qué imprimirá? (x)::[html]<p>¿Qué imprimirá?</p><pre lang\\="en">$ echo a\\=1 | tr a b</pre>{',
    );
    expect(lines.toSorted()).toEqual([
      '=<code lang\\="en">b\\=1</code>#<code lang\\="en">tr</code> cambia \\#',
      '}',
      '~<code lang\\="en">a\\=1</code>#no',
      '~No imprime nada#sí \\{\\}',
    ]);
    expect(whole).toContain('=publica\\: 1 &lt; 2#sí');
    expect(whole).toContain('~\\~#no');
  });

  it('lleva todas las de la guía, cada una con una correcta y sin líneas en blanco dentro', () => {
    const root = join(import.meta.dirname, '../../..');
    const { pages, examples, order } = readCorpus(root);
    const sessions = new Map(examples.map(({ id, data }) => [id, data.session]));
    const whole = bankOf(
      pages,
      order.map(({ slug }) => slug),
      (id) => sessions.get(id),
    );
    const blocks = toGift('Guía', 'https://guia.example/', whole).trimEnd().split('\n\n');
    const questions = blocks.filter((block) => block.startsWith('::'));
    expect(questions).toHaveLength(pages.flatMap((page) => page.questions).length);
    expect(blocks.filter((block) => !/^(?:::|\$CATEGORY: |\/\/ )/.test(block))).toEqual([]);
    for (const block of questions) {
      const [head = '', ...lines] = block.split('\n');
      expect(head).toMatch(/\{$/);
      expect(lines.pop()).toBe('}');
      expect(lines.filter((line) => line.startsWith('='))).toHaveLength(1);
      // One mark of explanation in each option; any other would cut it.
      for (const line of lines) expect(line.match(/(?<!\\)#/g), line).toHaveLength(1);
    }
  });
});
