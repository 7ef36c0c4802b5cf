import { checkDiagram, DOCS_PREFIX, diagramPath } from '../../drawing/committed.ts';
import type { Corpus } from '../corpus.ts';
import type { PageProblem } from '../problem.ts';

const at = (id: string) => ({ file: `${diagramPath(id)}.mmd`, line: 1, column: 1 });

/** The committed SVG of a diagram was made from its present source. */
export function staleDiagrams({ diagrams }: Corpus): PageProblem[] {
  return diagrams.flatMap(({ id, source, svg }) => {
    const problem = checkDiagram(id, source, svg);
    return problem ? [{ ...at(id), ...problem }] : [];
  });
}

/** A diagram is on some page; one of docs/ is held by who reads the documents (tests/unit/docs). */
export function unusedDiagrams({ pages, diagrams }: Corpus): PageProblem[] {
  const used = new Set(pages.flatMap((page) => page.diagrams.map((use) => use.id)));
  return diagrams
    .filter(({ id }) => !used.has(id) && !id.startsWith(DOCS_PREFIX))
    .map(({ id }) => ({
      ...at(id),
      message: `ninguna página muestra el diagrama «${id}»`,
      remedy: `muéstralo con <Diagrama id="${id}" /> o bórralo`,
    }));
}
