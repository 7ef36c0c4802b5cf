/** When a person would type. Pure. */

/** A prompt, for who cannot know whether the program listens. */
const PROMPT = /(?:[#$>%?:])\s*$/;
const QUIET_LISTENING_MS = 150;
const QUIET_AT_PROMPT_MS = 250;
const QUIET_MS = 1500;
// A program that never stops writing is interrupted after a while.
const IMPATIENT_MS = 2500;
// Longest wait for the first words of a program that may have none, or for one that listens in a way we do not see.
const PATIENT_MS = 10_000;

export interface Moment {
  /** What would be typed. */
  input: string;
  /** All that the program has written. */
  output: string;
  /** It has written something since the last line was typed. */
  answered: boolean;
  /** Milliseconds since it last wrote, or something was typed. */
  quiet: number;
  /** Milliseconds since something was last typed, or since its first words. */
  sinceTyped: number;
  /** Whether a program of the terminal is waiting for a key; undefined when that cannot be known. */
  listening: boolean | undefined;
}

/** Keys that act on a program whether it listens or not: `^C`, `^P^Q`. */
export function isControl(input: string): boolean {
  return /^(?:\^[A-Z\]\\])+$/.test(input);
}

/** Whether to type now. */
export function isTimeToType({ input, output, answered, quiet, sinceTyped, listening }: Moment): boolean {
  if (listening && quiet >= QUIET_LISTENING_MS) return true;
  // It may be slow to say its first words.
  if (output === '' && quiet < PATIENT_MS) return false;
  if (isControl(input)) return quiet >= QUIET_MS || sinceTyped > IMPATIENT_MS;
  if (listening === false) return quiet >= PATIENT_MS;
  return quiet >= (answered && PROMPT.test(output) ? QUIET_AT_PROMPT_MS : QUIET_MS);
}
