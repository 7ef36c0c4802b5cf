/** What the site shows of an exercise. Pure. */
import { languageOf } from '../examples/load-example.ts';
import type { Exercise } from './exercise.ts';
import { readerScripts, type Shared } from './scripts.ts';

export interface ShownFile {
  path: string;
  code: string;
  language: string;
}

export interface ShownExercise extends Pick<Exercise, 'id' | 'card' | 'statement'> {
  /** What the reader starts from. */
  folder: ShownFile[];
  /** What he downloads, by name. */
  scripts: Record<string, string>;
  /** Files that the solution changes, and its orders. */
  solution: ShownFile[];
}

/** @param shared what all scripts have in common */
export function showExercise(exercise: Exercise, shared: Shared): ShownExercise {
  const { id, card, statement, folder, scripts, changes } = exercise;
  return {
    id,
    card,
    statement,
    folder: shownFiles(folder),
    scripts: readerScripts(exercise, shared),
    solution: [
      ...shownFiles(changes.solucion ?? {}),
      { path: 'Órdenes', code: (scripts['solucion.sh'] ?? '').trimEnd(), language: 'sh' },
    ],
  };
}

function shownFiles(files: Readonly<Record<string, string>>): ShownFile[] {
  return Object.entries(files).map(([path, text]) => ({
    path,
    code: text.trimEnd(),
    language: languageOf(path),
  }));
}
