/** The rooms of the code (folders of src/, and scripts/) and who imports whom, read from the sources. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';

/** Room → rooms (or packages, by name) that it uses, each with one line that shows it. */
export type Uses = Map<string, Map<string, string>>;

/** Folders of src/ that hold no code: what the guide says and shows. */
const CONTENT = ['content', 'diagrams', 'styles'];

/** Names of the rooms below `root`. */
export function listRooms(root: string): string[] {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return ['scripts', ...folders.map(({ name }) => name)].filter((name) => !CONTENT.includes(name)).sort();
}

/** Reads the imports of every room below `root`: those of another room, and those of packages. */
export function readUses(root: string): Uses {
  return new Map(listRooms(root).map((room) => [room, usesOf(root, room)]));
}

function usesOf(root: string, room: string): Map<string, string> {
  const folder = join(root, room === 'scripts' ? room : `src/${room}`);
  const uses = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:ts|mjs|astro)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    for (const imported of importsOf(readFileSync(path, 'utf8'))) {
      const target = imported.startsWith('.') ? roomOf(root, join(entry.parentPath, imported)) : imported;
      if (target && target !== room && !uses.has(target))
        uses.set(target, `${relative(root, path)}: ${imported}`);
    }
  }
  return uses;
}

/** What a module imports, as it writes it. An Astro component has code in its head and in its scripts. */
export function importsOf(source: string): string[] {
  const head = /^---\n([\s\S]*?)\n---/.exec(source)?.[1];
  const scripts = [...source.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(
    (match) => match[1] as string,
  );
  const parts = head === undefined ? [source] : [head, ...scripts];
  return parts.flatMap((part) => ts.preProcessFile(part).importedFiles.map(({ fileName }) => fileName));
}

function roomOf(root: string, path: string): string | undefined {
  const [top, next, ...rest] = relative(root, path).split(sep);
  if (top === 'scripts') return top;
  return top === 'src' && rest.length > 0 && !CONTENT.includes(next as string) ? next : undefined;
}

/** Arrows of a Mermaid flowchart: `a --> b & c` is two. */
export function readArrows(source: string): string[] {
  return [...source.matchAll(/^\s*([\w-]+) --> ([\w-]+(?: & [\w-]+)*)\s*$/gm)]
    .flatMap(([, from, to]) => (to as string).split(' & ').map((target) => `${from} --> ${target}`))
    .sort();
}

/** Rooms that a room reaches through others, itself only when there is a cycle. */
export function reachable(uses: Uses, room: string): Set<string> {
  const seen = new Set<string>();
  const visit = (from: string) => {
    for (const to of uses.get(from)?.keys() ?? []) {
      if (seen.has(to)) continue;
      seen.add(to);
      visit(to);
    }
  };
  visit(room);
  return seen;
}

/** Rooms that use themselves through others. */
export function inCycles(uses: Uses): string[] {
  return [...uses.keys()].filter((room) => reachable(uses, room).has(room));
}

/**
 * The arrows of the map: every import between rooms, but those that follow from others. Who uses a room stands also on
 * what that room stands on; drawn, those arrows would hide the rest. What is left is one set only, if there is no cycle.
 */
export function mapArrows(uses: Uses): string[] {
  const arrows: string[] = [];
  for (const [room, targets] of uses) {
    const rooms = [...targets.keys()].filter((target) => uses.has(target));
    for (const target of rooms) {
      const follows = rooms.some((other) => other !== target && reachable(uses, other).has(target));
      if (!follows) arrows.push(`${room} --> ${target}`);
    }
  }
  return arrows.sort();
}
