/** What the search tells the reader after each query. */
import { IndexError } from './load-index.ts';

/** What it tells when it fails: each cause has another remedy. */
export function failureMessage(error: unknown): string {
  const reason = error instanceof IndexError ? error.reason : undefined;
  if (reason === 'missing')
    return 'El índice no está: el buscador funciona en el sitio construido («npm start»).';
  if (reason === 'unreachable') return 'El índice no llega. Comprueba la conexión y vuelve a escribir.';
  return 'La búsqueda falló. Vuelve a escribirla; si se repite, recarga la página.';
}

/** What was found, in words. */
export function resultMessage(text: string, count: number, changed: boolean): string {
  if (!text.trim()) return '';
  const quoted = `«${text.trim()}»`;
  if (count === 0) return `Nada para ${quoted}. Prueba con menos palabras, o con las del mensaje de error.`;
  const found = count === 1 ? '1 página' : `${count} páginas`;
  return changed ? `Nada exacto para ${quoted}; ${found} con palabras parecidas` : `${found} para ${quoted}`;
}
