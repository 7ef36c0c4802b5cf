/** Reads the little SVG that drawings are written in; what it does not know, it refuses. */

export interface Element {
  name: string;
  attributes: Record<string, string>;
}

/** A line of letters and where it stands. */
export interface Drawn {
  text: string;
  x: number;
  y: number;
  size: number;
  anchor: string;
  /** Of its letters, in parts of their size. */
  wide: number;
}

export type ReadSvg =
  | { elements: Element[]; drawn: Drawn[]; texts: Record<string, string> }
  | { broken: string };

/** Sizes of letters of src/styles/drawings.css. */
export const LETTER = 13;
export const SMALL_LETTER = 12;

interface Level {
  name: string;
  dx: number;
  dy: number;
  anchor: string;
  size: number;
  wide: number;
  x: number;
  y: number;
}

const TOKEN = /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<>]+)/y;
const OUTSIDE: Level = { name: '', dx: 0, dy: 0, anchor: 'start', size: LETTER, wide: 0.53, x: 0, y: 0 };

/** Elements, letters and the texts of `title` and `desc`, or the place from which it is not understood. */
export function readSvg(svg: string): ReadSvg {
  const source = svg.trim();
  const elements: Element[] = [];
  const drawn: Drawn[] = [];
  const texts: Record<string, string> = {};
  const levels = [OUTSIDE];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    const level = levels.at(-1) ?? OUTSIDE;
    const [, closes, name, written = '', alone, text = ''] = match ?? [];
    if (!match || (closes && level.name !== name)) return { broken: source.slice(from, from + 40) };
    if (closes) levels.pop();
    else if (name) {
      const attributes = Object.fromEntries(
        [...written.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
      );
      elements.push({ name, attributes });
      const inner = enter(level, name, attributes);
      // Lines of one text go on from one another.
      if (name === 'tspan') level.y = inner.y;
      if (!alone) levels.push(inner);
    } else if (level.name === 'title' || level.name === 'desc')
      texts[level.name] = text.replace(/\s+/g, ' ').trim();
    else if (text.trim()) drawn.push(place(level, text.trim()));
  }
  return levels.length === 1 ? { elements, drawn, texts } : { broken: `<${levels.at(-1)?.name}> sin cerrar` };
}

function enter(outer: Level, name: string, attributes: Record<string, string>): Level {
  const [, dx = '0', dy = '0'] = /translate\((\S+) (\S+)\)/.exec(attributes.transform ?? '') ?? [];
  const classes = attributes.class?.split(' ') ?? [];
  const bold = classes.includes('d-fuerte') ? 0.05 : 0;
  return {
    name,
    dx: outer.dx + Number(dx),
    dy: outer.dy + Number(dy),
    anchor: attributes['text-anchor'] ?? outer.anchor,
    size: classes.includes('d-nota') ? SMALL_LETTER : outer.size,
    wide: (classes.includes('d-mono') ? 0.6 : outer.wide) + bold,
    x: Number(attributes.x ?? outer.x),
    y: Number(attributes.y ?? outer.y) + Number(attributes.dy ?? 0),
  };
}

function place({ dx, dy, x, y, size, anchor, wide }: Level, text: string): Drawn {
  return { text, x: x + dx, y: y + dy, size, anchor, wide };
}

/** Everything that a drawing says, also to who only hears it. */
export function wordsOf(svg: string): string {
  const read = readSvg(svg);
  if ('broken' in read) return '';
  return [...Object.values(read.texts), ...read.drawn.map(({ text }) => text)].join(' · ');
}

/** Where a line of letters begins and ends, more or less: the font is the reader's. */
export function sizeOfText({ text, x, size, anchor, wide }: Drawn): { left: number; right: number } {
  const width = [...text].length * size * wide;
  const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
  return { left, right: left + width };
}
