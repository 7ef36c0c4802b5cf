import { checkDiagram, DOCS_PREFIX, diagramPath } from '../../drawing/committed.ts';
import { checkCaptions, type HandDrawing } from '../../drawing/hand.ts';
import { checkDrawing } from '../../drawing/hand-check.ts';
import type { Corpus } from '../corpus.ts';
import type { PageProblem } from '../problem.ts';

const START = { line: 1, column: 1 };
const at = (id: string) => ({ file: `${diagramPath(id)}.mmd`, ...START });

/** The committed SVG of a diagram was made from its present source. */
export function staleDiagrams({ diagrams }: Corpus): PageProblem[] {
  return diagrams.flatMap(({ id, source, svg }) => {
    const problem = checkDiagram(id, source, svg);
    return problem ? [{ ...at(id), ...problem }] : [];
  });
}

/** A drawing written by hand keeps to its rules, and is the only one of its name. */
export function badDrawings({ diagrams, drawings }: Corpus): PageProblem[] {
  const drawn = new Set(diagrams.map(({ id }) => id));
  return drawings.flatMap((drawing) => {
    const problems = checkDrawing(drawing).map((problem) => ({ ...START, ...problem }));
    if (!drawn.has(drawing.id)) return problems;
    return [
      ...problems,
      {
        ...at(drawing.id),
        message: `«${drawing.id}» está en Mermaid y dibujado a mano`,
        remedy: 'borra el que la página ya no necesite, o cámbiale el nombre',
      },
    ];
  });
}

/** A page says one sentence at each frame of a drawing by steps, and none at a diagram of a single frame. */
export function frameCaptions({ pages, diagrams, drawings }: Corpus): PageProblem[] {
  const known = new Map<string, HandDrawing>([
    ...diagrams.map(({ id }) => [id, { id, frames: [] }] as [string, HandDrawing]),
    ...drawings.map((drawing) => [drawing.id, drawing] as [string, HandDrawing]),
  ]);
  return pages.flatMap((page) =>
    page.diagrams.flatMap(({ id, captions, file, line, column }) => {
      const drawing = known.get(id);
      const problem = drawing && checkCaptions(drawing, captions);
      return problem ? [{ file, line, column, ...problem }] : [];
    }),
  );
}

/** A diagram is on some page; one of docs/ is held by who reads the documents (tests/unit/docs). */
export function unusedDiagrams({ pages, diagrams, drawings }: Corpus): PageProblem[] {
  const used = new Set(pages.flatMap((page) => page.diagrams.map((use) => use.id)));
  return [
    ...diagrams.filter(({ id }) => !id.startsWith(DOCS_PREFIX)).map(({ id }) => ({ id, ...at(id) })),
    ...drawings.map(({ id, frames }) => ({ id, file: frames[0]?.file ?? id, ...START })),
  ]
    .filter(({ id }) => !used.has(id))
    .map(({ id, ...place }) => ({
      ...place,
      message: `ninguna página muestra el diagrama «${id}»`,
      remedy: `muéstralo con <Diagrama id="${id}" /> o bórralo`,
    }));
}
