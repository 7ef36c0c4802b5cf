import { fold } from '../examples/fold.ts';

/** Whether a text holds every word of a filter, without regard to case or accents. */
export function matchesAll(text: string, filter: string): boolean {
  const plain = fold(text);
  return fold(filter)
    .split(/\s+/)
    .every((word) => plain.includes(word));
}
