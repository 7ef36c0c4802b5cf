import { COVERAGE_FILE, type Corpus } from '../corpus.ts';
import type { PageProblem } from '../problem.ts';
import { isFinished } from '../topics.ts';

/** Ids that pages say they cover, and tests say they prove, exist. */
export function unknownIds({ pages, claims, coverage }: Corpus): PageProblem[] {
  const covers = pages.flatMap((page) =>
    page.covers
      .filter((id) => !coverage.items[id])
      .map((id) => ({
        file: page.file,
        line: 1,
        column: 1,
        message: `«cubre» nombra «${id}», que no está en el inventario`,
        remedy: 'corrige el id; los que hay, y qué es cada uno, están en docs/cobertura.md',
      })),
  );
  const proves = claims.flatMap((test) =>
    test.proves
      .filter((id) => !coverage.claims[id])
      .map((id) => ({
        file: test.file,
        line: test.line,
        column: 1,
        message: `«proves» nombra «${id}», que no está en la tabla de afirmaciones`,
        remedy: 'corrige el id; los que hay, y qué es cada uno, están en docs/cobertura.md',
      })),
  );
  return [...covers, ...proves];
}

/** What belongs to a finished topic and no page or test takes up. */
export function uncovered({ pages, claims, coverage }: Corpus): PageProblem[] {
  const { openItems, openClaims } = openIds({ pages, claims, coverage });
  const place = { file: COVERAGE_FILE, line: 1, column: 1 };
  return [
    ...openItems
      .filter((id) => (coverage.items[id] ?? []).some(isFinished))
      .map((id) => ({
        ...place,
        message: `el ítem «${id}» es de un tema terminado (${coverage.items[id]?.join(', ')}) y ninguna página lo cubre`,
        remedy: 'cuéntalo en la página que toque y añádelo a su «cubre»',
      })),
    ...openClaims
      .filter((id) => isFinished(coverage.claims[id] ?? ''))
      .map((id) => ({
        ...place,
        message: `la afirmación «${id}» es de un tema terminado (${coverage.claims[id]}) y nada la prueba`,
        remedy: "añádela a «proves» de la prueba que la demuestre: claim('…', { proves: ['A-…'] }, …)",
      })),
  ];
}

/** Items and claims of the inventory that nothing takes up yet. */
export function openIds({ pages, claims, coverage }: Pick<Corpus, 'pages' | 'claims' | 'coverage'>) {
  const covered = new Set(pages.flatMap((page) => page.covers));
  const proved = new Set(claims.flatMap((test) => test.proves));
  return {
    openItems: Object.keys(coverage.items).filter((id) => !covered.has(id)),
    openClaims: Object.keys(coverage.claims).filter((id) => !proved.has(id)),
  };
}
