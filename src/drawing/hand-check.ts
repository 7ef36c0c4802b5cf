/** What a hand-written drawing may contain: shapes and letters of the project's classes, readable on a phone, and its text for who does not see it. */
import { brotliCompressSync } from 'node:zlib';
import { MIN_LETTER, PHONE_WIDTH } from './committed.ts';
import type { Frame, HandDrawing } from './hand.ts';
import { type Drawn, type Element, readSvg, sizeOfText } from './hand-read.ts';

/** Classes of src/styles/drawings.css; a colour or a font written in the file would be wrong in one of the themes. */
export const HAND_CLASSES = [
  ...['d-caja', 'd-acento', 'd-tenue', 'd-marco', 'd-hoja', 'd-falla', 'd-hueco'],
  ...['d-linea', 'd-cable', 'd-corte', 'd-punta', 'd-discontinua'],
  ...['d-nota', 'd-fuerte', 'd-mono', 'd-rojo', 'd-rotulo'],
];

const GEOMETRY = ['class', 'transform'];
const ELEMENTS: Record<string, string[]> = {
  svg: ['xmlns', 'viewBox', 'role'],
  title: [],
  desc: [],
  g: ['class', 'transform', 'text-anchor'],
  rect: [...GEOMETRY, 'x', 'y', 'width', 'height', 'rx'],
  path: [...GEOMETRY, 'd'],
  circle: [...GEOMETRY, 'cx', 'cy', 'r'],
  ellipse: [...GEOMETRY, 'cx', 'cy', 'rx', 'ry'],
  text: [...GEOMETRY, 'x', 'y', 'text-anchor'],
  tspan: ['class', 'x', 'dy'],
};

/** Heaviest that a drawing may be with all its frames, compressed, in bytes. */
const MAX_BYTES = 3000;
/** Shortest description that can tell a drawing, in letters. */
const MIN_DESCRIPTION = 60;
const SPANISH = /(?:^|[\s«(])(?:el|la|los|las|un|una|de|del|en|que|con|se|y)\s/i;
const ENGLISH = /\b(?:the|and|of|with|into)\b/i;

export interface HandProblem {
  file: string;
  message: string;
  remedy: string;
}

/** Everything wrong in a drawing. */
export function checkDrawing({ id, frames }: HandDrawing): HandProblem[] {
  const file = frames[0]?.file ?? id;
  const problems = frames.flatMap(checkFrame);
  const steps = frames.map(({ step }) => step);
  if (frames.length > 1 && steps.some((step, index) => step !== index + 1))
    problems.push({
      file,
      message: `las viñetas de «${id}» son ${steps.map((step) => step ?? 'una sin número').join(', ')}`,
      remedy: 'numéralas desde 1 y seguidas: nombre.1.dibujo.svg, nombre.2.dibujo.svg…',
    });
  if (new Set(frames.map(({ svg }) => /viewBox="[^"]*"/.exec(svg)?.[0])).size > 1)
    problems.push({
      file,
      message: `las viñetas de «${id}» no miden lo mismo, y al pasar de una a otra la página saltaría`,
      remedy: 'dales a todas el mismo viewBox',
    });
  const bytes = brotliCompressSync(frames.map(({ svg }) => svg).join('')).length;
  if (bytes > MAX_BYTES)
    problems.push({
      file,
      message: `«${id}» ocupa ${bytes} bytes comprimido y el máximo es ${MAX_BYTES}`,
      remedy: 'quita detalles o viñetas, y repite igual lo que no cambia: así se comprime',
    });
  return problems;
}

function checkFrame({ file, svg }: Frame): HandProblem[] {
  const at = (message: string, remedy: string): HandProblem => ({ file, message, remedy });
  const read = readSvg(svg);
  if ('broken' in read)
    return [
      at(
        `no se entiende desde «${read.broken}»`,
        'cierra cada elemento, y cada atributo entre comillas dobles; sin comentarios ni declaraciones',
      ),
    ];
  const problems = read.elements.flatMap((element) => checkElement(element).map(([m, r]) => at(m, r)));
  const root = read.elements[0];
  const viewBox = /^0 0 (\d+) (\d+)$/.exec(root?.attributes.viewBox ?? '');
  if (root?.name !== 'svg' || root.attributes.role !== 'img' || !viewBox)
    problems.push(
      at(
        'no empieza por un <svg> con role="img" y su viewBox',
        'escribe <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ANCHO ALTO" role="img">',
      ),
    );
  for (const [name, least] of [
    ['title', 8],
    ['desc', MIN_DESCRIPTION],
  ] as const) {
    const text = read.texts[name] ?? '';
    if (text.length < least || ENGLISH.test(text) || (name === 'desc' && !SPANISH.test(text)))
      problems.push(
        at(
          `<${name}> «${text}» no cuenta el dibujo en español`,
          `escribe en <${name}> lo que oye quien no lo ve; al menos ${least} letras`,
        ),
      );
  }
  if (viewBox)
    problems.push(
      ...checkLetters(read.drawn, Number(viewBox[1]), Number(viewBox[2])).map(([m, r]) => at(m, r)),
    );
  return problems;
}

function checkElement({ name, attributes }: Element): [string, string][] {
  const allowed = ELEMENTS[name];
  if (!allowed) return [[`<${name}> no se admite`, `usa ${Object.keys(ELEMENTS).join(', ')}`]];
  const problems: [string, string][] = [];
  for (const [key, value] of Object.entries(attributes)) {
    if (!allowed.includes(key))
      problems.push([
        `<${name}> lleva «${key}»`,
        `quítalo: los colores, los trazos y las letras van en clases (${HAND_CLASSES.join(', ')}), y los ids se ponen solos`,
      ]);
    if (key === 'transform' && !/^translate\(-?[\d.]+ -?[\d.]+\)$/.test(value))
      problems.push([`«${value}» no se admite en transform`, 'usa solo translate(x y)']);
    for (const used of key === 'class' ? value.split(/\s+/) : [])
      if (!HAND_CLASSES.includes(used))
        problems.push([`la clase «${used}» no existe`, `usa una de: ${HAND_CLASSES.join(', ')}`]);
  }
  return problems;
}

/** Letters are readable on a phone and stay inside. */
function checkLetters(drawn: Drawn[], width: number, height: number): [string, string][] {
  const least = Math.min(...drawn.map(({ size }) => size));
  const shown = (least * PHONE_WIDTH) / Math.max(width, PHONE_WIDTH);
  const problems: [string, string][] = [];
  if (shown < MIN_LETTER)
    problems.push([
      `mide ${width} de ancho: en un teléfono sus letras se verían de ${shown.toFixed(1).replace('.', ',')} píxeles, y el mínimo es ${MIN_LETTER}`,
      `estréchalo a ${Math.floor((least * PHONE_WIDTH) / MIN_LETTER)} o menos`,
    ]);
  for (const text of drawn) {
    const { left, right } = sizeOfText(text);
    if (left < 0 || right > width || text.y > height || text.y < text.size)
      problems.push([`«${text.text}» se sale del dibujo`, 'acórtalo, muévelo o agranda el viewBox']);
  }
  return problems;
}
