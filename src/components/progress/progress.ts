/** What a reader has done, as it is kept in the browser and in the file that one takes away. Pure: no browser here. */

export interface Progress {
  version: 1;
  /** Pages marked as read, by address, with the date. */
  read: Record<string, string>;
  /** Questions answered, by id. */
  answers: Record<string, Answer>;
  /** What else was done, by name: `ejercicio:redes/dos-redes`. */
  done: Record<string, string>;
  /** The page of the guide that was open last. */
  last?: Visit;
}

export interface Answer {
  /** Key of the chosen option. */
  key: string;
  right: boolean;
  date: string;
}

export interface Visit {
  page: string;
  title: string;
  date: string;
}

/** Under which it is kept; another format needs another one. */
export const STORAGE_KEY = 'dap-progreso-1';

const PAGE = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/;
const NAME = /^[a-z0-9-]+(?::[a-z0-9-]+(?:\/[a-z0-9-]+)*)?$/;
const DATE = /^\d{4}-\d\d-\d\d/;

/** Nothing done yet. */
export function nothingDone(): Progress {
  return { version: 1, read: {}, answers: {}, done: {} };
}

/**
 * Reads what was kept or brought; what is not well formed in it is left out.
 * @returns undefined when the text is no progress at all
 */
export function parseProgress(text: string): Progress | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(data) || data.version !== 1) return undefined;
  const progress: Progress = {
    version: 1,
    read: entriesOf(data.read, PAGE, isDate),
    answers: entriesOf(data.answers, NAME, isAnswer),
    done: entriesOf(data.done, NAME, isDate),
  };
  if (isVisit(data.last)) progress.last = data.last;
  return progress;
}

/** With a page marked as read, or no longer. */
export function withRead(progress: Progress, page: string, date: string | undefined): Progress {
  return { ...progress, read: withEntry(progress.read, page, date) };
}

/** With a question answered, or forgotten. */
export function withAnswer(progress: Progress, id: string, answer: Answer | undefined): Progress {
  return { ...progress, answers: withEntry(progress.answers, id, answer) };
}

/** With something done, or no longer. */
export function withDone(progress: Progress, name: string, date: string | undefined): Progress {
  return { ...progress, done: withEntry(progress.done, name, date) };
}

/** With all that was done in either; the newest of both where they differ. */
export function merge(mine: Progress, brought: Progress): Progress {
  const newest = <T extends { date: string } | string>(a: T | undefined, b: T) =>
    a !== undefined && dateOf(a) >= dateOf(b) ? a : b;
  const join = <T extends { date: string } | string>(a: Record<string, T>, b: Record<string, T>) => {
    const joined = { ...a };
    for (const [key, value] of Object.entries(b)) joined[key] = newest(joined[key], value);
    return joined;
  };
  const last = brought.last && newest(mine.last, brought.last);
  return {
    version: 1,
    read: join(mine.read, brought.read),
    answers: join(mine.answers, brought.answers),
    done: join(mine.done, brought.done),
    ...((last ?? mine.last) && { last: (last ?? mine.last) as Visit }),
  };
}

/** How much of some pages and questions is done. */
export interface Tally {
  read: number;
  answered: number;
  right: number;
  done: number;
}

/**
 * Counts what is done of a topic.
 * @param topic name that `done` carries after its colon: `redes` counts `ejercicio:redes/dos-redes`
 */
export function tally(progress: Progress, topic: string, pages: string[], questions: string[]): Tally {
  const answers = questions.flatMap((id) => progress.answers[id] ?? []);
  return {
    read: pages.filter((page) => progress.read[page]).length,
    answered: answers.length,
    right: answers.filter(({ right }) => right).length,
    done: Object.keys(progress.done).filter((name) => name.startsWith(`ejercicio:${topic}/`)).length,
  };
}

function withEntry<T>(entries: Record<string, T>, key: string, value: T | undefined): Record<string, T> {
  const { [key]: _old, ...rest } = entries;
  return value === undefined ? rest : { ...rest, [key]: value };
}

function dateOf(value: { date: string } | string): string {
  return typeof value === 'string' ? value : value.date;
}

function entriesOf<T>(
  data: unknown,
  key: RegExp,
  isValue: (value: unknown) => value is T,
): Record<string, T> {
  if (!isRecord(data)) return {};
  const entries = Object.entries(data).filter(
    (entry): entry is [string, T] => key.test(entry[0]) && isValue(entry[1]),
  );
  return Object.fromEntries(entries);
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function isDate(data: unknown): data is string {
  return typeof data === 'string' && DATE.test(data);
}

function isAnswer(data: unknown): data is Answer {
  return (
    isRecord(data) && typeof data.key === 'string' && typeof data.right === 'boolean' && isDate(data.date)
  );
}

function isVisit(data: unknown): data is Visit {
  if (!isRecord(data) || typeof data.page !== 'string' || typeof data.title !== 'string') return false;
  return PAGE.test(data.page) && isDate(data.date);
}
