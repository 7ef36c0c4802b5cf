import { checkDiagram } from '../../diagrams-tooling/committed.ts';
import type { Corpus } from '../corpus.ts';
import type { PageProblem } from '../problem.ts';

const at = (id: string) => ({ file: `src/diagrams/${id}.mmd`, line: 1, column: 1 });

/** The committed SVG of a diagram was made from its present source. */
export function staleDiagrams({ diagrams }: Corpus): PageProblem[] {
  return diagrams.flatMap(({ id, source, svg }) => {
    const problem = checkDiagram(id, source, svg);
    return problem ? [{ ...at(id), ...problem }] : [];
  });
}

/** A diagram is on some page. */
export function unusedDiagrams({ pages, diagrams }: Corpus): PageProblem[] {
  const used = new Set(pages.flatMap((page) => page.diagrams.map((use) => use.id)));
  return diagrams
    .filter(({ id }) => !used.has(id))
    .map(({ id }) => ({
      ...at(id),
      message: `ninguna página muestra el diagrama «${id}»`,
      remedy: `muéstralo con <Diagrama id="${id}" /> o bórralo`,
    }));
}
