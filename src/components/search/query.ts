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
  // The port of `host:8080`; the version of `nginx:1.30` is not one.
  /(?<=\w):\d+(?:->\d+)?(?:\/(?:tcp|udp))?\b(?!\.\d)/g,
  /(?<!\w):+\d*/g,
  /\b\d{4,}\b/g,
];

/** Longest query that is worth searching for as a whole. */
const MAX_WORDS = 12;

/** A query up to this is what a reader typed; a longer one was pasted. */
const SHORT = { words: 3, letters: 40 };

/** Words of a question that say nothing of its subject. */
const EMPTY = new Set(
  'como para pero cuando desde donde este esta esto sigue hacer hace otra otro sobre entre porque tiene cual quiero puedo mis compañeros the with what when does from'.split(
    ' ',
  ),
);

/** What was typed, without the quotes that Pagefind takes for an order to find the exact words. */
export function typedQuery(text: string): string {
  return text
    .replace(/["«»“”`¿?¡!]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether it was typed: an address, a path or a number in it is what is sought. */
export function isShort(query: string): boolean {
  return query.length <= SHORT.letters && query.split(' ').length <= SHORT.words;
}

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

/** The same query with other words for the same things, best first; without the query itself. */
export function alternatives(query: string): string[] {
  const words = query.toLowerCase().split(' ');
  const groups = words.map((word) => SYNONYMS.find((group) => group.includes(word)));
  const single = words.flatMap((word, at) =>
    (groups[at] ?? []).filter((other) => other !== word).map((other) => words.with(at, other).join(' ')),
  );
  // `remove container`: all words at once, as the guide writes them.
  const all = words.map((word, at) => groups[at]?.[0] ?? word).join(' ');
  return [...new Set([...single, ...(all === words.join(' ') ? [] : [all])])];
}

/** Words of a query worth searching for one by one, when no page has them all. */
export function significantWords(query: string): string[] {
  return [...new Set(query.toLowerCase().split(' '))].filter((word) => word.length > 3 && !EMPTY.has(word));
}
