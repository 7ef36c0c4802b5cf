/** From what a reader types, often a pasted error message, to what the index can find. */
import { SYNONYMS } from './synonyms.ts';

/** Parts of an error message that belong to one machine and are in no page. */
const NOISE: RegExp[] = [
  /https?:\/\/\S+/g,
  /sha256:[0-9a-f]+/gi,
  /\b[0-9a-f]{12,64}\b/gi,
  /\b\d{4}-\d{2}-\d{2}T\S+/g,
  /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g,
  /(?<=\s|^|["'«(])(?:\.{0,2}\/[\w.@-]+){2,}\/?/g,
  /(?<=\w):\d+(?:->\d+)?(?:\/(?:tcp|udp))?\b/g,
  /(?<!\w):+\d*/g,
  /\b\d{4,}\b/g,
];

/** Longest query that is worth searching for as a whole. */
const MAX_WORDS = 12;

/** Letters that a word found must share with a word asked for. */
const SHARED = 4;

/** Removes ids, paths, addresses, ports and punctuation: what is left is what pages say. */
export function cleanQuery(text: string): string {
  const bare = NOISE.reduce((rest, pattern) => rest.replace(pattern, ' '), text.trim());
  const words = bare
    .replace(/["'`«»“”‘’()[\]{},;=<>|]/g, ' ')
    .replace(/[.:!?…]+(?=\s|$)/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
  return words.slice(0, MAX_WORDS).join(' ');
}

/** Parts of an error message, most specific first: what follows the last colon says what happened. */
export function messageParts(text: string): string[] {
  const parts = text.split(/:\s+/).map(cleanQuery);
  return parts.length < 2 ? [] : parts.reverse().filter((part) => part.includes(' '));
}

/**
 * Whether what was found has to do with what was asked: an index that finds nothing tries shorter and shorter words.
 * @param marked words that the index highlights in a result
 */
export function isRelated(query: string, marked: string[]): boolean {
  const fold = (word: string) =>
    word
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase();
  const asked = fold(query).split(' ');
  return marked.map(fold).some((word) => asked.some((other) => word.startsWith(other.slice(0, SHARED))));
}

/** The same query with other words for the same things, best first; without the query itself. */
export function alternatives(query: string): string[] {
  const words = query.toLowerCase().split(' ');
  const found: string[] = [];
  for (const group of SYNONYMS) {
    for (const word of words) {
      if (!group.includes(word)) continue;
      for (const other of group)
        if (other !== word) found.push(words.map((w) => (w === word ? other : w)).join(' '));
    }
  }
  return [...new Set(found)];
}

/** Words of a query worth searching for one by one, when no page has them all. */
export function significantWords(query: string): string[] {
  return [...new Set(query.toLowerCase().split(' '))].filter((word) => word.length > 3);
}

/** Joins the results of several searches: pages found by more of them come first. */
export function mergeResults<T extends { id: string; score: number }>(lists: T[][]): T[] {
  const byId = new Map<string, { result: T; total: number }>();
  for (const result of lists.flat()) {
    const known = byId.get(result.id);
    if (known) known.total += result.score + 1;
    else byId.set(result.id, { result, total: result.score + 1 });
  }
  return [...byId.values()].sort((a, b) => b.total - a.total).map(({ result }) => result);
}
