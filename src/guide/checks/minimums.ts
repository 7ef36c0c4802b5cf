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
export function countAll({ pages, examples, claims, diagrams, drawings }: Corpus): Minimums {
  return {
    pages: pages.length,
    examples: examples.length,
    steps: examples.reduce((sum, { data }) => sum + data.session.steps.length, 0),
    claims: claims.length,
    diagrams: diagrams.length + drawings.length,
  };
}

/** How much there may be above the floors: raised by every change, they would be a conflict in each; never, they would say nothing. */
const SLACK = 1.25;

/** A checker that finds less than last time found nothing wrong because it did not look. */
export function belowMinimums(corpus: Corpus): PageProblem[] {
  const counts = countAll(corpus);
  const at = { file: MINIMUMS_FILE, line: 1, column: 1 };
  const names = Object.keys(NAMES) as (keyof Minimums)[];
  const below = names
    .filter((name) => counts[name] < corpus.minimums[name])
    .map((name) => ({
      ...at,
      message: `hay ${counts[name]} ${NAMES[name]} y debe haber al menos ${corpus.minimums[name]}`,
      remedy:
        'si los quitaste a propósito, ejecuta «npm run comprobar -- --fijar-minimos»; si no, mira por qué no se encuentran',
    }));
  const stale = names
    .filter((name) => counts[name] > SLACK * corpus.minimums[name])
    .map((name) => ({
      ...at,
      message: `hay ${counts[name]} ${NAMES[name]} y el mínimo se quedó en ${corpus.minimums[name]}: ya no avisaría de que se pierden`,
      remedy:
        'ejecuta «npm run comprobar -- --fijar-minimos» y confirma el archivo; no hace falta en cada cambio',
    }));
  return [...below, ...stale];
}
