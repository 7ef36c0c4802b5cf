/**
 * Applies one hunk to a text: the block of context and removed lines must stand in it exactly once.
 * @param hunk lines that begin with ' ' (context), '-' (removed) or '+' (added)
 * @throws Error in Spanish when the block is absent or ambiguous
 */
export function applyHunk(text: string, hunk: string[], file: string): string {
  const side = (mark: '-' | '+') => hunk.filter((line) => line[0] !== mark).map((line) => line.slice(1));
  const before = side('+');
  const after = side('-');
  const lines = text.split('\n');
  const found = lines.flatMap((_, at) =>
    before.every((line, offset) => lines[at + offset] === line) ? [at] : [],
  );
  if (found.length !== 1) {
    throw new Error(
      `El cambio de «${file}» encaja ${found.length} veces, y debe encajar una\n${hunk.join('\n')}\n  Cómo arreglarlo: copia las líneas de contexto tal como están en el archivo, y bastantes para que sean únicas`,
    );
  }
  lines.splice(found[0] as number, before.length, ...after);
  return lines.join('\n');
}
