/** Finds and reads the exercises below `ejercicios/`. The only file system access of this folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { cardSchema, type Exercise, OTHER_SOLUTION } from './exercise.ts';
import type { Shared } from './scripts.ts';

/** Folder of the exercises, below the root of the project. */
export const EXERCISES = 'ejercicios';

const CARD = 'ejercicio.yaml';
const SHARED = 'comun';

/** Ids of all exercises, sorted. */
export function listExercises(root: string): string[] {
  const folder = join(root, EXERCISES);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(`${sep}${CARD}`))
    .map((path) => path.split(sep).slice(0, -1).join('/'))
    .sort();
}

/**
 * Reads an exercise.
 * @throws Error in Spanish with the file, what is wrong in it and how to mend it
 */
export function readExercise(root: string, id: string): Exercise {
  const dir = join(root, EXERCISES, id);
  const file = `${EXERCISES}/${id}/${CARD}`;
  const card = cardSchema.safeParse(parse(readFileSync(join(dir, CARD), 'utf8')));
  if (!card.success)
    throw new Error(
      `${file} no está bien escrito:\n${z.prettifyError(card.error)}\n  Cómo arreglarlo: CONTRIBUTING.md, «Añadir un ejercicio», dice qué lleva.`,
    );
  const files = readTexts(dir);
  const statement = files['enunciado.md'];
  const needed = [
    'comprueba.sh',
    'solucion.sh',
    ...card.data.equivocados.map((_, at) => `equivocado-${at + 1}.sh`),
  ];
  const missing = ['enunciado.md', ...needed].filter((name) => !files[name]);
  if (!statement || missing.length > 0)
    throw new Error(
      `A ${EXERCISES}/${id} le falta ${missing.join(', ')}.\n  Cómo arreglarlo: escríbelo; CONTRIBUTING.md, «Añadir un ejercicio», dice qué es.`,
    );
  const changes = [
    'solucion',
    OTHER_SOLUTION,
    ...card.data.equivocados.map((_, at) => `equivocado-${at + 1}`),
  ];
  return {
    id,
    card: card.data,
    statement,
    folder: below(files, 'carpeta'),
    scripts: Object.fromEntries(Object.entries(files).filter(([name]) => /^[\w-]+\.sh$/.test(name))),
    changes: Object.fromEntries(changes.map((name) => [name, below(files, name)])),
  };
}

/** What the scripts of all exercises have in common. */
export function readShared(root: string): Shared {
  const read = (name: string) => readFileSync(join(root, EXERCISES, SHARED, `${name}.sh`), 'utf8');
  return {
    base: read('base'),
    prepara: read('prepara'),
    comprueba: read('comprueba'),
    limpia: read('limpia'),
  };
}

function readTexts(dir: string): Record<string, string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((path) => [relative(dir, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  );
}

function below(files: Readonly<Record<string, string>>, folder: string): Record<string, string> {
  const inside = Object.entries(files).filter(([path]) => path.startsWith(`${folder}/`));
  return Object.fromEntries(inside.map(([path, text]) => [path.slice(folder.length + 1), text]));
}
