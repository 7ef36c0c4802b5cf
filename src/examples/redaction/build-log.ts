import type { Rule } from './rule.ts';

const VERTEX = /^#(\d+) (.*)$/;
const BOOKKEEPING =
  /^(?:DONE|transferring|writing image|exporting|resolve |sha256:|extracting|unpacking|preparing|importing|\.\.\.$)/;
const BUILD = /\b(?:docker (?:buildx )?(?:image )?(?:build|bake)|docker compose (?:build|up|run|create))\b/;
// Time since the step began, before each line that it printed.
const STAMP = /^\d+\.\d+ /;
// The rule of durations came before.
const PROGRESS = /(?: (?:\d+\.\d+s|<DURACIÓN>))?(?: done)?$/;

interface Vertex {
  name: string;
  lines: string[];
}

/**
 * Plain progress of BuildKit. Steps run in parallel, so their numbers and how they interleave change; what each one
 * is called, whether it came from the cache and what it printed, in its order, do not.
 */
export const buildLog: Rule = {
  name: 'registro de construcción',
  apply(text, { command }) {
    const lines = text.split('\n');
    if (!BUILD.test(command) || !lines.some((line) => VERTEX.test(line))) return text;
    const vertices = new Map<string, Vertex>();
    const outside: string[] = [];
    for (const line of lines) {
      const [, number, content = ''] = VERTEX.exec(line) ?? [];
      if (number === undefined) {
        if (line.trim()) outside.push(line);
        continue;
      }
      addTo(vertices, number, content);
    }
    const blocks = [...vertices.values()].map(({ name, lines: printed }) =>
      [name, ...printed.map((line) => `  ${line}`)].join('\n'),
    );
    return [...[...new Set(blocks)].sort(), ...outside].join('\n');
  },
};

function addTo(vertices: Map<string, Vertex>, number: string, content: string): void {
  const known = vertices.get(number);
  if (!known) {
    vertices.set(number, { name: content, lines: [] });
    return;
  }
  // A step that waits is named again when it goes on.
  if (content === known.name || BOOKKEEPING.test(content)) return;
  const line = content.replace(STAMP, '').replace(PROGRESS, '');
  if (line !== known.lines.at(-1)) known.lines.push(line);
}
