/** An exercise in the reader's own engine, with the same scripts as without Node. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/config/paths.ts';
import { runEngineScript } from '../../src/engine/cli.ts';
import type { Exercise } from '../../src/exercises/exercise.ts';
import { readerScripts, type Shared } from '../../src/exercises/scripts.ts';
import { SetupError } from '../setup/progress.ts';

/** Where the reader works, below the project: Git ignores it. */
export function ownFolder(id: string): string {
  return join('practica', id);
}

/** Runs one of the scripts of an exercise in its folder; answers its exit code. */
export async function runOwn(
  exercise: Exercise,
  shared: Shared,
  action: 'prepara' | 'comprueba' | 'limpia',
): Promise<number> {
  const folder = join(ROOT, ownFolder(exercise.id));
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(readerScripts(exercise, shared)))
    writeFileSync(join(folder, name), text);
  const code = await runEngineScript(folder, `${action}.sh`);
  if (code === 127)
    throw new SetupError(
      'No encuentro «sh», con el que se ejecutan los ejercicios.\n  Cómo arreglarlo: en Windows, hazlo desde WSL2 o Git Bash.',
    );
  return code;
}
