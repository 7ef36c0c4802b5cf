/** What the site needs to know about a committed diagram: whether its SVG was made from its present source. */
import { sourceHash } from './hash.ts';

/** How the ids of the diagrams of docs/ begin. */
export const DOCS_PREFIX = 'docs/';

const FIRST_LINE = /^<!-- docker-a-prueba:([0-9a-f]+) -->\n?/;

/** The comment that opens a committed SVG. */
export function hashComment(hash: string): string {
  return `<!-- docker-a-prueba:${hash} -->`;
}

/** Hash written in a committed SVG. */
export function writtenHash(svg: string): string | undefined {
  return FIRST_LINE.exec(svg)?.[1];
}

/** Mermaid lays labels on a half transparent ground, through which their own arrow runs. */
const HALF = /rgba\((255,255,255|18,23,22),0?\.5\)/g;

/** The SVG as it goes into a page. */
export function inlineSvg(svg: string): string {
  return svg.replace(FIRST_LINE, '').replace(HALF, 'rgb($1)').trim();
}

/** Prefix of everything that a diagram names in a page. */
export function svgId(id: string): string {
  return `dg-${id.replace(/[^a-z0-9]+/g, '-')}`;
}

/** Where a diagram lies, without its extension: those of pages in src/diagrams/, those of the documents (`docs/…`) beside them. */
export function diagramPath(id: string): string {
  return id.startsWith(DOCS_PREFIX) ? `docs/diagramas/${id.slice(DOCS_PREFIX.length)}` : `src/diagrams/${id}`;
}

/**
 * Compares a diagram's source with its committed SVG.
 * @returns what is wrong and the command that mends it, or undefined
 */
export function checkDiagram(
  id: string,
  source: string | undefined,
  svg: string | undefined,
): { message: string; remedy: string } | undefined {
  if (source === undefined) {
    return { message: `no existe ${diagramPath(id)}.mmd`, remedy: 'escribe el diagrama o corrige el id' };
  }
  const remedy = `ejecuta «npm run diagramas ${id}» y confirma el SVG`;
  if (svg === undefined) return { message: `el diagrama «${id}» no se ha dibujado`, remedy };
  if (writtenHash(svg) !== sourceHash(source)) {
    return { message: `${diagramPath(id)}.svg no corresponde a su fuente`, remedy };
  }
  return undefined;
}

/** Letters of a drawing are never shown smaller, in pixels. */
export const MIN_LETTER = 11;

/** What a phone leaves for a drawing, in pixels. */
export const PHONE_WIDTH = 326;

/** The narrowest that a drawing may be shown, in pixels, with its letters still readable. */
export function narrowest(svg: string): number {
  const width = Number(/^[^>]*? width="([\d.]+)"/.exec(inlineSvg(svg))?.[1] ?? 0);
  const letter = Number(/font-size:([\d.]+)px/.exec(svg)?.[1] ?? 16);
  return Math.ceil((width * MIN_LETTER) / letter);
}
