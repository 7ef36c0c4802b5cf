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

/** Minutes that a page takes, with its blocks typed; at least one. */
export function minutesOf({ words, steps }: Pick<PageUses, 'words' | 'steps'>): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE + steps.length * MINUTES_A_BLOCK));
}
