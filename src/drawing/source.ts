/** What a diagram's source must say besides the drawing. */
import { diagramPath } from './committed.ts';
import { CLASSES, type Palette } from './config.ts';

export interface Description {
  title: string;
  description: string;
}

/**
 * Reads the accessible title and description. Kinds of diagram that do not know the keywords give them in comments:
 * `%% accTitle: …`.
 * @throws Error (Spanish, with remedy) when one is missing
 */
export function readDescription(source: string, id: string): Description {
  return { title: readKeyword(source, 'accTitle', id), description: readKeyword(source, 'accDescr', id) };
}

function readKeyword(source: string, keyword: string, id: string): string {
  const line = new RegExp(`^\\s*(?:%%\\s*)?${keyword}\\s*:\\s*(.+)$`, 'm').exec(source)?.[1];
  const block = new RegExp(`^\\s*${keyword}\\s*\\{([^}]+)\\}`, 'm').exec(source)?.[1];
  const text = (line ?? block ?? '').replace(/\s+/g, ' ').trim();
  if (text) return text;
  throw new Error(
    `${diagramPath(id)}.mmd: falta «${keyword}»\n  Cómo arreglarlo: añade una línea «${keyword}: …» en español; es lo que oye quien no ve el dibujo`,
  );
}

const LITERAL_COLOR =
  /^\s*(?:classDef|style|linkStyle)\b.*(?:#[0-9a-f]{3,8}\b|rgb|hsl|:\s*[a-z]+\s*(?:,|$))/im;

/**
 * Refuses colours written in the source: they would be wrong in one of the two themes.
 * @throws Error (Spanish, with remedy)
 */
export function forbidColors(source: string, id: string): void {
  const line = LITERAL_COLOR.exec(source)?.[0].trim();
  if (!line) return;
  throw new Error(
    `${diagramPath(id)}.mmd: «${line}» fija un color, que en el otro tema se vería mal\n  Cómo arreglarlo: usa las clases del proyecto: ${Object.keys(CLASSES).join(', ')} (por ejemplo «nodo:::acento»)`,
  );
}

/** Adds the definitions of the project's classes that the source uses. */
export function withClasses(source: string, palette: Palette): string {
  const used = Object.entries(CLASSES).filter(([name]) =>
    new RegExp(`(?::::|\\bclass\\s.*\\s)${name}\\b`).test(source),
  );
  const lines = used.map(([name, { fill, stroke, color }]) => {
    return `classDef ${name} fill:${palette[fill]},stroke:${palette[stroke]},color:${palette[color]}`;
  });
  return [source.trimEnd(), ...lines].join('\n');
}

/** Mermaid centres the labels of states by eye; say it in SVG instead, so that another font does not shift them. */
export function centerStateLabels(svg: string): string {
  const label =
    /(<g class="label"[^>]*transform="translate\()-[\d.]+(, ?-?[\d.]+\)"[^>]*>(?:<rect[^>]*><\/rect>)?<g>(?:<rect[^>]*><\/rect>)?<text )/g;
  return svg.replace(label, '$10$2text-anchor="middle" ');
}

/** Mermaid writes these words of sequence diagrams in English. */
const WORDS: Record<string, string> = {
  loop: 'bucle',
  alt: 'si',
  opt: 'opcional',
  par: 'a la vez',
  critical: 'crítico',
  break: 'corta',
};

/** Translates the frame labels of a sequence diagram. */
export function translateLabels(svg: string): string {
  return svg.replace(/(<text[^>]*class="labelText"[^>]*>)(\w+)(<)/g, (whole, open, word, close) =>
    WORDS[word] ? `${open}${WORDS[word]}${close}` : whole,
  );
}
