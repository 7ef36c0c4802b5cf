/** One way of writing what can be written in several. Pure, and safe in a browser. */

/** Letters without their accents: `ñandú` → `nandu`. */
export function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}

/** Without accents and in lower case. */
export function fold(text: string): string {
  return withoutAccents(text).replace(/æ/gi, 'ae').toLowerCase();
}
