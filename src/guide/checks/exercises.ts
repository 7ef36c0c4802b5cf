import { EXERCISES } from '../../exercises/catalog.ts';
import type { Corpus } from '../corpus.ts';
import type { PageProblem } from '../problem.ts';

/** Each exercise is shown once, on the page of exercises of its topic; and what a page asks for exists. */
export function exerciseUses({ pages, exercises }: Corpus): PageProblem[] {
  const uses = pages.flatMap(({ slug, exercises: used }) => used.map((use) => ({ ...use, slug })));
  const problems: PageProblem[] = [];
  const seen = new Set<string>();
  for (const { id, slug, ...place } of uses) {
    if (!exercises.includes(id))
      problems.push({
        ...place,
        message: `no existe el ejercicio «${id}»`,
        remedy: `crea ${EXERCISES}/${id}/ejercicio.yaml o corrige el id`,
      });
    else if (slug !== pageOf(id))
      problems.push({
        ...place,
        message: `el ejercicio «${id}» no es de esta página`,
        remedy: `ponlo en src/content/docs/${pageOf(id)}.mdx`,
      });
    else if (seen.has(id))
      problems.push({ ...place, message: `el ejercicio «${id}» ya está más arriba`, remedy: 'quita uno' });
    seen.add(id);
  }
  const orphans = exercises
    .filter((id) => !seen.has(id))
    .map((id) => ({
      file: `${EXERCISES}/${id}/ejercicio.yaml`,
      line: 1,
      column: 1,
      message: `ninguna página enseña el ejercicio «${id}»`,
      remedy: `ponlo en src/content/docs/${pageOf(id)}.mdx: <Ejercicio id="${id}" />`,
    }));
  return [...problems, ...orphans];
}

/** Address of the page where the exercises of a topic are. */
function pageOf(id: string): string {
  return `${id.replace(/\/.*/, '')}/ejercicios`;
}
