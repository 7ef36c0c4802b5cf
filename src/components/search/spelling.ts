/** Puts right the words that no page knows. */
import { fold } from '../../examples/fold.ts';
import { sound, wordsOf } from './fold.ts';
import type { KeyPage } from './keys.ts';
import { SYNONYMS } from './synonyms.ts';

/** From this many letters on, one of them may be wrong. */
const LONG = 6;

const made = new WeakMap<KeyPage[], Set<string>>();

/** Words that the guide uses of itself; made once for a list. */
export function vocabulary(pages: KeyPage[]): Set<string> {
  const words = made.get(pages) ?? collectWords(pages);
  made.set(pages, words);
  return words;
}

function collectWords(pages: KeyPage[]): Set<string> {
  const texts = pages.flatMap((page) => [
    page.title,
    page.description,
    ...page.keys,
    ...Object.keys(page.terms),
  ]);
  return new Set([...texts, ...SYNONYMS.flat()].flatMap(wordsOf).filter((word) => /^\p{L}{3,}$/u.test(word)));
}

/** The same query with its unknown words changed for those that sound alike, or differ in one letter; undefined when there is nothing to change. */
export function corrected(query: string, known: Set<string>): string | undefined {
  const words = query.split(/\s+/).filter(Boolean);
  const better = words.map((word) => correctWord(fold(word), known) ?? word);
  return better.join(' ') === words.join(' ') ? undefined : better.join(' ');
}

function correctWord(word: string, known: Set<string>): string | undefined {
  if (!/^\p{L}{4,}$/u.test(word) || known.has(word)) return undefined;
  const heard = sound(word);
  let near: string | undefined;
  for (const other of known) {
    const sounds = sound(other);
    if (sounds === heard) return other;
    if (!near && (isNear(heard, sounds) || isNear(word, other))) near = other;
  }
  return near;
}

/** Whether two words differ in two letters exchanged or, when they are long, in one letter. */
function isNear(a: string, b: string): boolean {
  if (a[0] !== b[0] || Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  const swapped = a[from] === b[from + 1] && a[from + 1] === b[from];
  if (swapped && a.slice(from + 2) === b.slice(from + 2)) return true;
  if (Math.min(a.length, b.length) < LONG) return false;
  const rests = [
    [a.slice(from + 1), b.slice(from + 1)],
    [a.slice(from + 1), b.slice(from)],
    [a.slice(from), b.slice(from + 1)],
  ];
  return rests.some(([left, right]) => left === right);
}
