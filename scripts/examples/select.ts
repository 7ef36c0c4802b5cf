/**
 * Examples that the words on the command line name: an id, or a topic that stands for all of its examples.
 * @throws Error in Spanish when a word names nothing, with the nearest names
 */
export function selectExamples(all: string[], words: string[]): string[] {
  const chosen = words.flatMap((word) => {
    const name = word.replace(/^examples\//, '').replace(/\/(sesion\.console)?$/, '');
    const found = all.filter((id) => id === name || id.startsWith(`${name}/`));
    if (found.length > 0) return found;
    const near = all.filter((id) => id.includes(name.split('/').at(-1) as string));
    const hint =
      near.length > 0 ? `¿Querías decir ${near.join(', ')}?` : `Hay: ${all.join(', ') || 'ninguno'}`;
    throw new Error(`No hay ningún ejemplo que se llame «${word}». ${hint}`);
  });
  return [...new Set(chosen)];
}
