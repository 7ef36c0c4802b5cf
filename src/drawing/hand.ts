/** Drawings written by hand as SVG, of one or several frames: what Mermaid's boxes and arrows cannot show. */
import { svgId } from './committed.ts';

/** How their files end: `<name>.dibujo.svg`, or `<name>.1.dibujo.svg`, `<name>.2.dibujo.svg`… for a drawing by steps. */
export const HAND_SUFFIX = '.dibujo.svg';

export interface Frame {
  /** `src/diagrams/<topic>/<name>[.<step>].dibujo.svg`. */
  file: string;
  /** Absent in a drawing of a single frame. */
  step?: number;
  svg: string;
}

export interface HandDrawing {
  /** `<topic>/<name>`, as for a Mermaid diagram. */
  id: string;
  /** In their order. */
  frames: Frame[];
}

const NAME = /^(.+?)(?:\.(\d+))?\.dibujo\.svg$/;

/** Joins frames into drawings; `files` are paths below the folder of the diagrams, with their text. */
export function groupFrames(files: Record<string, string>, folder = 'src/diagrams/'): HandDrawing[] {
  const drawings = new Map<string, Frame[]>();
  for (const [path, svg] of Object.entries(files)) {
    const [, id, step] = NAME.exec(path) ?? [];
    if (!id) continue;
    const frame: Frame = { file: `${folder}${path}`, svg };
    if (step) frame.step = Number(step);
    drawings.set(id, [...(drawings.get(id) ?? []), frame]);
  }
  return [...drawings]
    .map(([id, frames]) => ({ id, frames: frames.sort((a, b) => (a.step ?? 0) - (b.step ?? 0)) }))
    .sort((a, b) => a.id.localeCompare(b.id));
}

/** A frame as it goes into a page: with its size, ids of its own and the name that a screen reader says. */
export function inlineFrame({ svg, step }: Frame, id: string): string {
  const prefix = svgId(step ? `${id}-${step}` : id);
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return svg
    .trim()
    .replace(/>\s+</g, '><')
    .replace(
      /^<svg/,
      `<svg width="${width}" height="${height}" aria-labelledby="${prefix}-t" aria-describedby="${prefix}-d"`,
    )
    .replace('<title>', `<title id="${prefix}-t">`)
    .replace('<desc>', `<desc id="${prefix}-d">`);
}

/**
 * A drawing by steps says at each one what to look at.
 * @returns what is wrong and how to mend it, or undefined
 */
export function checkCaptions(
  { id, frames }: HandDrawing,
  captions: readonly string[],
): { message: string; remedy: string } | undefined {
  const wanted = frames.length > 1 ? frames.length : 0;
  if (captions.length === wanted) return undefined;
  return {
    message: `«${id}» ${wanted ? `tiene ${wanted} viñetas` : 'no va por pasos'} y la página da ${captions.length} ${captions.length === 1 ? 'texto' : 'textos'} en «pasos»`,
    remedy: wanted ? `escribe pasos={[…]} con ${wanted} frases` : 'quita «pasos» y usa «pie»',
  };
}
