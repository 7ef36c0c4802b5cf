/** One way of writing each word, for what is asked and for what is found. */
import { fold } from '../../examples/fold.ts';

/** Words of a text, folded; symbols separate them. */
export function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** The part of a word that its endings share: `puertos` and `puerto`, `borrar` and `borra`. */
export function stem(word: string): string {
  if (/\d/.test(word) || word.length < 4) return word;
  const singular = word.replace(/(?<=[dnlrzj])es$|s$/, '');
  if (singular.length < 6) return singular;
  return singular.slice(0, Math.max(5, singular.length - 2));
}

/** As it sounds in Spanish, with no silent or doubled letters: `doker`, `imajen`, `kontenedor`. */
export function sound(word: string): string {
  return fold(word)
    .replace(/ch/g, '+')
    .replace(/h/g, '')
    .replace(/ck|qu(?=[ei])|c(?![ei])|q/g, 'k')
    .replace(/[cz](?=[ei])|z/g, 's')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/v|w/g, 'b')
    .replace(/ll|y/g, 'i')
    .replace(/(.)\1+/g, '$1');
}
