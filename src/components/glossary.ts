import { withoutAccents } from '../examples/fold.ts';

/** A term as the glossary page shows it. */
export interface Term {
  id: string;
  termino: string;
  ingles?: string | undefined;
  definicion: string;
}

/** Letter under which a term stands: without accent, and «#» for what is not a letter. */
export function initialOf(term: string): string {
  const letter = /[a-z]/i.exec(withoutAccents(term))?.[0];
  return letter ? letter.toUpperCase() : '#';
}

/** Terms by letter, both in alphabetical order. */
export function groupByLetter(terms: Term[]): { letter: string; terms: Term[] }[] {
  const collator = new Intl.Collator('es', { ignorePunctuation: true });
  const groups = new Map<string, Term[]>();
  for (const term of [...terms].sort((a, b) => collator.compare(a.termino, b.termino))) {
    const letter = initialOf(term.termino);
    groups.set(letter, [...(groups.get(letter) ?? []), term]);
  }
  return [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([letter, list]) => ({ letter, terms: list }));
}

/** Whether the English name says something that the Spanish one does not. */
export function showsEnglish({ termino, ingles }: Term): boolean {
  return ingles !== undefined && ingles.toLowerCase() !== termino.toLowerCase();
}
