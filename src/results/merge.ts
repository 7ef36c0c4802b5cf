/** Joins the results of several machines that proved parts of the same, with the same engine. Pure. */
import type { Results } from './results.ts';

/**
 * Of each example and claim, the newest outcome; the machine is that of the newest run.
 * @throws Error in Spanish when they are of different engines
 */
export function mergeResults(all: readonly Results[]): Results {
  const [newest, ...older] = [...all].sort((a, b) => b.date.localeCompare(a.date));
  if (!newest) throw new Error('No hay resultados que juntar.');
  const other = older.find(({ engine }) => engine !== newest.engine);
  if (other) {
    throw new Error(
      `Unos resultados son de Docker Engine ${newest.engine} y otros de ${other.engine}: no son partes de lo mismo.\n` +
        '  Cómo arreglarlo: junta solo los de ejecuciones con el mismo motor y las mismas fuentes.',
    );
  }
  return {
    ...newest,
    examples: newestOf(all.map(({ examples }) => examples)),
    claims: newestOf(all.map(({ claims }) => claims)),
  };
}

function newestOf<T extends { date: string }>(all: readonly Record<string, T>[]): Record<string, T> {
  const merged: Record<string, T> = {};
  for (const outcomes of all)
    for (const [id, outcome] of Object.entries(outcomes)) {
      const known = merged[id];
      if (!known || known.date < outcome.date) merged[id] = outcome;
    }
  return merged;
}
