/** What the search tells the reader after each query. */
export function resultMessage(text: string, count: number, changed: boolean): string {
  if (!text.trim()) return '';
  const quoted = `«${text.trim()}»`;
  if (count === 0) return `Nada para ${quoted}. Prueba con menos palabras, o con las del mensaje de error.`;
  const found = count === 1 ? '1 página' : `${count} páginas`;
  return changed ? `Nada exacto para ${quoted}; ${found} con palabras parecidas` : `${found} para ${quoted}`;
}
