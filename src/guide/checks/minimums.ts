import { type Corpus, MINIMUMS_FILE, type Minimums } from '../corpus.ts';
import type { PageProblem } from '../problem.ts';

const NAMES: Record<keyof Minimums, string> = {
  pages: 'páginas',
  examples: 'ejemplos',
  steps: 'pasos',
  claims: 'afirmaciones',
  diagrams: 'diagramas',
};

/** How many of each thing there are. */
export function countAll({ pages, examples, claims, diagrams }: Corpus): Minimums {
  return {
    pages: pages.length,
    examples: examples.length,
    steps: examples.reduce((sum, { data }) => sum + data.session.steps.length, 0),
    claims: claims.length,
    diagrams: diagrams.length,
  };
}

/** A checker that finds less than last time found nothing wrong because it did not look. */
export function belowMinimums(corpus: Corpus): PageProblem[] {
  const counts = countAll(corpus);
  return (Object.keys(NAMES) as (keyof Minimums)[])
    .filter((name) => counts[name] < corpus.minimums[name])
    .map((name) => ({
      file: MINIMUMS_FILE,
      line: 1,
      column: 1,
      message: `hay ${counts[name]} ${NAMES[name]} y debe haber al menos ${corpus.minimums[name]}`,
      remedy:
        'si los quitaste a propósito, ejecuta «npm run comprobar -- --fijar-minimos»; si no, mira por qué no se encuentran',
    }));
}
