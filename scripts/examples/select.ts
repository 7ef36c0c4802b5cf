import { SetupError } from '../setup/progress.ts';

/**
 * Examples that the words on the command line name: an id, or a topic that stands for all of its examples.
 * @throws SetupError in Spanish when a word names nothing, with the nearest names
 */
export function selectExamples(all: string[], words: string[]): string[] {
  const chosen = words.flatMap((word) => {
    const name = word.replace(/^examples\//, '').replace(/\/(sesion\.console)?$/, '');
    const found = all.filter((id) => id === name || id.startsWith(`${name}/`));
    if (found.length > 0) return found;
    const near = nearest(all, name);
    const hint = near.length > 0 ? `¿Querías decir ${near.join(', ')}? ` : '';
    throw new SetupError(
      `No hay ningún ejemplo que se llame «${word}». ${hint}\n  Cómo arreglarlo: npm run ejemplo, sin nombre, los lista.`,
    );
  });
  return [...new Set(chosen)];
}

/** Those that contain what was typed after the topic, or else all of the topic. */
export function nearest(all: string[], name: string): string[] {
  const [topic, slug] = name.split('/');
  const alike = all.filter((id) => id.includes(slug ?? name));
  return alike.length > 0 ? alike : all.filter((id) => id.startsWith(`${topic}/`));
}
