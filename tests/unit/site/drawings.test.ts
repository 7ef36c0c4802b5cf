/** Drawings written by hand: what they may contain, how their frames join, and how they go into a page. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DARK, LIGHT } from '../../../src/drawing/config.ts';
import { checkCaptions, groupFrames, inlineFrame } from '../../../src/drawing/hand.ts';
import { checkDrawing, HAND_CLASSES } from '../../../src/drawing/hand-check.ts';
import { LETTER, readSvg, SMALL_LETTER, sizeOfText } from '../../../src/drawing/hand-read.ts';

const DESC = 'La caja de la izquierda está unida por un cable a la de la derecha, y las dos al puente.';
const svg = (
  body = '<text x="10" y="20">caja</text>',
  desc = DESC,
  open = 'viewBox="0 0 340 100" role="img"',
) =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${open}>\n<title>Dos cajas y un cable</title>\n<desc>${desc}</desc>\n${body}\n</svg>\n`;

const problemsOf = (files: Record<string, string>) =>
  groupFrames(files).flatMap((drawing) =>
    checkDrawing(drawing).map(({ file, message }) => `${file}: ${message}`),
  );
const wrongIn = (text: string) => problemsOf({ 'x/y.dibujo.svg': text });

describe('un dibujo a mano', () => {
  it('con clases del proyecto, título y descripción, vale', () => {
    expect(
      wrongIn(
        svg(
          '<g transform="translate(5 5)"><rect class="d-caja" x="0" y="0" width="9" height="9"/></g>\n<text class="d-nota d-mono" x="10" y="30">docker0</text>',
        ),
      ),
    ).toEqual([]);
  });

  it.each([
    ['un guion', svg('<script>alert(1)</script>'), '<script> no se admite'],
    ['una imagen de fuera', svg('<image href="https://example.com/a.png"/>'), '<image> no se admite'],
    ['un estilo', svg('<style>text { fill: red }</style>'), '<style> no se admite'],
    ['un color', svg('<rect fill="#fff" width="9" height="9"/>'), '<rect> lleva «fill»'],
    ['un id', svg('<text id="a" x="10" y="20">caja</text>'), '<text> lleva «id»'],
    ['un suceso', svg('<text onclick="a()" x="10" y="20">caja</text>'), '<text> lleva «onclick»'],
    ['una letra', svg('<text font-family="Comic" x="10" y="20">caja</text>'), '<text> lleva «font-family»'],
    ['una clase ajena', svg('<text class="rojo" x="10" y="20">caja</text>'), 'la clase «rojo» no existe'],
    [
      'un giro',
      svg('<text transform="rotate(90)" x="10" y="20">a</text>'),
      '«rotate(90)» no se admite en transform',
    ],
    [
      'letras fuera',
      svg('<text x="330" y="20">demasiado largo</text>'),
      '«demasiado largo» se sale del dibujo',
    ],
    [
      'letras fuera, dentro de un grupo',
      svg('<g transform="translate(300 0)"><text x="9" y="20">largo</text></g>'),
      '«largo» se sale del dibujo',
    ],
    ['uno sin describir', svg(undefined, 'Un dibujo.'), '<desc> «Un dibujo.» no cuenta el dibujo en español'],
    [
      'uno en inglés',
      svg(undefined, `${DESC} The host and the bridge of the left.`),
      'no cuenta el dibujo en español',
    ],
    [
      'uno sin papel',
      svg(undefined, DESC, 'viewBox="0 0 340 100"'),
      'no empieza por un <svg> con role="img"',
    ],
    [
      'uno ancho',
      svg(undefined, DESC, 'viewBox="0 0 500 100" role="img"'),
      'en un teléfono sus letras se verían de 8,5 píxeles',
    ],
    ['uno sin cerrar', svg('<g><text x="1" y="20">a</text>'), 'no se entiende desde «</svg>'],
    ['un comentario', svg('<!-- a -->'), 'no se entiende desde «<!--'],
  ])('se rechaza %s', (_what, text, message) => {
    expect(wrongIn(text).join('\n')).toContain(message);
  });

  it('se rechaza el que pesa', () => {
    const noise = Array.from(
      { length: 4000 },
      (_, i) => `<path d="M${(i * 7919) % 337} ${(i * 104_729) % 97}"/>`,
    );
    expect(wrongIn(svg(noise.join(''))).join()).toMatch(/ocupa \d+ bytes comprimido y el máximo es 3000/);
  });

  it('sus letras se miden donde están', () => {
    const read = readSvg(svg('<g text-anchor="middle"><text class="d-nota" x="50" y="20">ab</text></g>'));
    if ('broken' in read) throw new Error(read.broken);
    const [text] = read.drawn;
    expect(text).toMatchObject({ text: 'ab', size: SMALL_LETTER, anchor: 'middle' });
    expect(text && sizeOfText(text).left).toBeCloseTo(50 - SMALL_LETTER * 0.53);
  });
});

describe('un dibujo por pasos', () => {
  const steps = { 'x/y.2.dibujo.svg': svg(), 'x/y.1.dibujo.svg': svg() };

  it('junta sus viñetas en orden', () => {
    expect(groupFrames(steps).map(({ id, frames }) => [id, frames.map(({ step }) => step)])).toEqual([
      ['x/y', [1, 2]],
    ]);
    expect(problemsOf(steps)).toEqual([]);
  });

  it('se rechaza si falta una o no miden lo mismo', () => {
    expect(problemsOf({ 'x/y.1.dibujo.svg': svg(), 'x/y.3.dibujo.svg': svg() }).join()).toContain(
      'las viñetas de «x/y» son 1, 3',
    );
    const tall = svg(undefined, DESC, 'viewBox="0 0 340 200" role="img"');
    expect(problemsOf({ ...steps, 'x/y.3.dibujo.svg': tall }).join()).toContain('no miden lo mismo');
  });

  it('pide un texto por viñeta, y ninguno si solo hay una', () => {
    const [drawing] = groupFrames(steps);
    const [single] = groupFrames({ 'x/z.dibujo.svg': svg() });
    if (!drawing || !single) throw new Error('sin dibujos');
    expect(checkCaptions(drawing, ['uno', 'dos'])).toBeUndefined();
    expect(checkCaptions(drawing, ['uno'])?.message).toContain(
      'tiene 2 viñetas y la página da 1 texto en «pasos»',
    );
    expect(checkCaptions(single, [])).toBeUndefined();
    expect(checkCaptions(single, ['uno'])?.remedy).toContain('quita «pasos»');
  });

  it('cada viñeta lleva en la página ids propios y su tamaño', () => {
    const [first, second] = groupFrames(steps)[0]?.frames.map((frame) => inlineFrame(frame, 'x/y')) ?? [];
    expect(first).toMatch(
      /^<svg width="340" height="100" aria-labelledby="dg-x-y-1-t" aria-describedby="dg-x-y-1-d" /,
    );
    expect(second).toContain('<title id="dg-x-y-2-t">Dos cajas y un cable</title><desc id="dg-x-y-2-d">');
  });
});

describe('la hoja de estilo de los dibujos', () => {
  const css = readFileSync('src/styles/drawings.css', 'utf8');

  it('tiene los colores de los diagramas', () => {
    const names = {
      fondo: 'background',
      texto: 'textColor',
      linea: 'lineColor',
      caja: 'primaryColor',
      'caja-borde': 'primaryBorderColor',
      acento: 'secondaryColor',
      'acento-borde': 'secondaryBorderColor',
      tenue: 'tertiaryColor',
      'tenue-borde': 'tertiaryBorderColor',
    };
    for (const [name, key] of Object.entries(names))
      expect(css).toContain(`--d-${name}: light-dark(${LIGHT[key]}, ${DARK[key]});`);
  });

  it('define cada clase que se admite, y las letras que se miden', () => {
    expect(HAND_CLASSES.filter((name) => !new RegExp(`\\.${name}\\b`).test(css))).toEqual([]);
    expect(css).toContain(`font-size: ${LETTER}px`);
    expect(css).toContain(`font-size: ${SMALL_LETTER}px`);
  });
});
