/** What the card above a page says: how long it takes and on which systems it works. */
import type { PageUses } from './page.ts';

/** Systems on which a page works, as its front matter says it. */
export const SYSTEMS = ['todos', 'linux'] as const;

export type Systems = (typeof SYSTEMS)[number];

/** How the systems of a page are told to its reader. */
export const SYSTEM_LABELS: Record<Systems, string> = {
  todos: 'Linux · Mac · Windows (WSL 2)',
  linux: 'solo Linux',
};

/** Somebody who thinks while reading. */
const WORDS_A_MINUTE = 180;

/** To type a block and look at its answer. */
const MINUTES_A_BLOCK = 40 / 60;

/** Their cards say from ten to twenty-five. */
const MINUTES_AN_EXERCISE = 20;

/** Minutes that a page takes, with its blocks typed and its exercises solved; at least one. */
export function minutesOf({
  words,
  steps,
  exercises,
}: Pick<PageUses, 'words' | 'steps' | 'exercises'>): number {
  const reading = words / WORDS_A_MINUTE;
  const doing = steps.length * MINUTES_A_BLOCK + exercises.length * MINUTES_AN_EXERCISE;
  return Math.max(1, Math.round(reading + doing));
}
