import { nearest } from '../examples/select.ts';
import { SetupError } from '../setup/progress.ts';

/**
 * The exercise that the words on the command line name: by its id, or by its name alone.
 * @throws SetupError in Spanish when they name none, with the nearest names
 */
export function selectExercise(all: string[], words: string[]): string {
  const [word = '', ...others] = words;
  if (others.length > 0)
    throw new SetupError(
      `Los ejercicios se hacen de uno en uno, y pides ${words.join(' y ')}.\n  Cómo arreglarlo: di solo uno.`,
    );
  const name = word.replace(/^ejercicios\//, '').replace(/\/$/, '');
  const found = all.find((id) => id === name) ?? all.find((id) => id.endsWith(`/${name}`));
  if (found) return found;
  const near = nearest(all, name);
  const hint = near.length > 0 ? `¿Querías decir ${near.join(' o ')}?` : '';
  throw new SetupError(
    `No hay ningún ejercicio que se llame «${word}». ${hint}\n  Cómo arreglarlo: npm run ejercicio, sin nombre, los lista.`,
  );
}
