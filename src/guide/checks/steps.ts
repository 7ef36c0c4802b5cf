import type { Corpus } from '../corpus.ts';
import type { PageUses } from '../page.ts';
import type { PageProblem } from '../problem.ts';

/** Every example is on some page. */
export function orphanExamples({ pages, examples }: Corpus): PageProblem[] {
  const shown = new Set(pages.flatMap((page) => page.steps.map((use) => use.example)));
  return examples
    .filter(({ id }) => !shown.has(id))
    .map(({ id, data }) => ({
      file: data.session.file,
      line: 1,
      column: 1,
      message: `ninguna página muestra el ejemplo «${id}»`,
      remedy: `muéstralo con <Paso ejemplo="${id}" id="…" /> o bórralo`,
    }));
}

/** Nothing runs that is not shown, unless the author says why. */
export function hiddenSteps({ pages, examples }: Corpus): PageProblem[] {
  const uses = pages.flatMap((page) => page.steps);
  return examples.flatMap(({ id, data }) => {
    const shown = new Set(uses.filter((use) => use.example === id).flatMap((use) => use.ids));
    // An example on no page is one problem, not one for each step.
    if (shown.size === 0) return [];
    return data.session.steps
      .filter((step) => step.directives.hidden === undefined && !shown.has(step.id))
      .map((step) => ({
        file: data.session.file,
        line: step.line,
        column: 1,
        message: `el paso «${step.id}» se ejecuta y ninguna página lo muestra`,
        remedy: `muéstralo con <Paso ejemplo="${id}" id="${step.id}" /> u ocúltalo con {oculto="motivo"}`,
      }));
  });
}

/** A page shows the steps of an example in the order in which they run. */
export function stepOrder({ pages, examples }: Corpus): PageProblem[] {
  return pages.flatMap((page) =>
    examples.flatMap(({ id, data }) =>
      orderOnPage(
        page,
        id,
        data.session.steps.map((step) => step.id),
      ),
    ),
  );
}

function orderOnPage(page: PageUses, example: string, order: string[]): PageProblem[] {
  const problems: PageProblem[] = [];
  let last = -1;
  for (const { ids, example: used, ...place } of page.steps) {
    if (used !== example) continue;
    for (const id of ids) {
      const at = order.indexOf(id);
      if (at < 0) continue;
      if (at <= last) {
        problems.push({
          ...place,
          message: `el paso «${id}» de «${example}» se muestra después de «${order[last]}», y se ejecuta antes`,
          remedy: 'muestra los pasos en el orden de la sesión, cada uno una vez por página',
        });
      }
      last = Math.max(last, at);
    }
  }
  return problems;
}
