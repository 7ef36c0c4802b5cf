/** What each page says of itself, letter by letter: numbers, addresses, paths and flags are found as they are typed. */
import { fold } from '../../examples/fold.ts';
import { stem, wordsOf } from './fold.ts';

/** A page in the list that the search loads when it opens. */
export interface KeyPage {
  url: string;
  title: string;
  description: string;
  /** Label of its kind. */
  kind?: string;
  /** Its `claves`. */
  keys: string[];
  /** What it writes as code or quotes in its prose, with how many times. */
  terms: Record<string, number>;
}

/** Shortest key that means something inside a longer text. */
const MIN_PHRASE = 10;

/** How all of Docker's messages begin. */
const BOILERPLATE = /\bdocker:|error response from daemon:?/gi;

/** Pages of which the whole query is a key, those that write it with the same capitals first. */
export function pagesWithKey(pages: KeyPage[], query: string): KeyPage[] {
  const wanted = plain(query);
  const found = pages.filter((page) => page.keys.some((key) => plain(key) === wanted));
  const same = (page: KeyPage) => page.keys.includes(query.trim());
  return [...found.filter(same), ...found.filter((page) => !same(page))];
}

/** Pages whose prose writes exactly this, or this and its value (`--mount type=bind`), most times first. */
export function pagesWithTerm(pages: KeyPage[], query: string): KeyPage[] {
  // `-p` is not `-P`.
  const wanted = query.trim();
  const times = (page: KeyPage) =>
    Object.entries(page.terms).reduce((sum, [term, count]) => sum + (mentions(term, wanted) ? count : 0), 0);
  return pages
    .map((page) => ({ page, count: times(page) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ page }) => page);
}

function mentions(term: string, wanted: string): boolean {
  if (term === wanted || term.startsWith(`${wanted} `) || term.startsWith(`${wanted}=`)) return true;
  return term.split(' ').includes(wanted);
}

/** Pages with a key whose words a longer text has in that order, such as a pasted message; the longest key first. */
export function pagesQuotedIn(pages: KeyPage[], text: string): KeyPage[] {
  const words = wordsOf(text.replace(BOILERPLATE, ' ')).map(stem);
  const whole = ` ${words.join(' ')} `;
  const longest = ({ keys, terms }: KeyPage) =>
    Math.max(
      0,
      // A key was chosen by the author; the rest was only written.
      ...keys.filter((key) => isSaid(key, words, whole)).map((key) => key.length + 0.5),
      ...Object.keys(terms)
        .filter((term) => isSaid(term, words, whole))
        .map((term) => term.length),
    );
  return pages
    .map((page) => ({ page, length: longest(page) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)
    .map(({ page }) => page);
}

/** Whether a key is in a text: together or, when it has words enough to be nothing else, with others in between. */
function isSaid(key: string, words: string[], whole: string): boolean {
  if (key.length < MIN_PHRASE) return false;
  const parts = wordsOf(key).map(stem);
  if (parts.length < 2) return false;
  if (whole.includes(` ${parts.join(' ')} `)) return true;
  if (parts.length < 4) return false;
  let at = -1;
  return parts.every((part) => {
    at = words.indexOf(part, at + 1);
    return at >= 0;
  });
}

/** Whether a query has more than words: a flag, a path, an address, a number. */
export function hasSymbols(query: string): boolean {
  return /[^\p{L}\s«»"“”¿?¡!.,]|\.\S/u.test(query) || query.trim().length < 3;
}

function plain(text: string): string {
  return fold(text)
    .replace(/["'«»“”‘’]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
