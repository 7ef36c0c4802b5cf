/** What became of all pages in reader mode, as a table. */
import { join } from 'node:path';
import { CACHE } from '../config/paths.ts';
import type { Outcome } from './read.ts';

/** The last outcome of each page on this machine. */
export const READINGS_FILE = join(CACHE, 'lector.json');

/** Outcomes by name, with the ISO date of the run that told them. */
export type Readings = Record<string, Outcome & { date: string }>;

type Counts = Omit<Outcome, 'name' | 'problems'>;

const COLUMNS: readonly (readonly [keyof Counts, string])[] = [
  ['commands', 'órdenes'],
  ['right', 'bien'],
  ['wrongCode', 'otro código'],
  ['wrongLines', 'otras líneas'],
  ['notReached', 'sin llegar'],
  ['waits', 'esperas'],
  ['downloads', 'descargas'],
];

/** A table in Markdown with a line a page, those to mend first, and their sum at the end. */
export function readingsTable(outcomes: readonly Outcome[]): string {
  const sorted = outcomes.toSorted(
    (a, b) => Number(b.problems.length > 0) - Number(a.problems.length > 0) || a.name.localeCompare(b.name),
  );
  const total = (key: keyof Counts) => sorted.reduce((sum, outcome) => sum + outcome[key], 0);
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const clean = sorted.filter(({ problems }) => problems.length === 0).length;
  return [
    line(['página', ...COLUMNS.map(([, title]) => title)]),
    line(['---', ...COLUMNS.map(() => '--:')]),
    ...sorted.map((outcome) => line([outcome.name, ...COLUMNS.map(([key]) => outcome[key])])),
    line([`**${clean} de ${sorted.length} sin nada que arreglar**`, ...COLUMNS.map(([key]) => total(key))]),
  ].join('\n');
}
