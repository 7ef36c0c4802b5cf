import type { Corpus } from '../corpus.ts';
import { findFile } from '../example-file.ts';
import { GLOSSARY } from '../glossary-files.ts';
import type { PageProblem } from '../problem.ts';
import { findSteps } from '../steps.ts';

/** What pages ask for must exist: pages to read before, examples, steps, files, regions, diagrams and terms. */
export function unknownReferences({ pages, examples, diagrams, drawings, terms }: Corpus): PageProblem[] {
  const known = new Set(terms.map(({ id }) => id));
  const byId = new Map(examples.map(({ id, data }) => [id, data]));
  const problems: PageProblem[] = [];
  const slugs = new Set(pages.map(({ slug }) => slug));
  for (const page of pages) {
    for (const { id, ...place } of page.before) {
      if (id === page.slug)
        problems.push({
          ...place,
          message: `«antes» nombra «${id}», que es esta misma página`,
          remedy: 'quita la línea',
        });
      else if (!slugs.has(id))
        problems.push({
          ...place,
          message: `«antes» nombra «${id}», y esa página no existe`,
          remedy: 'escribe la dirección sin barras al principio ni al final: tema/página',
        });
    }
    for (const { example, ids, ...place } of page.steps) {
      const data = byId.get(example);
      const found = data && findSteps(data.session, ids.join(' '));
      if (!found) problems.push(missingExample(place, example));
      else if (found.problem) problems.push({ ...place, message: found.problem, remedy: found.remedy });
    }
    for (const { example, path, region, ...place } of page.files) {
      const found = findFile(byId.get(example), example, path, region);
      if ('problem' in found) problems.push({ ...place, message: found.problem, remedy: found.remedy });
    }
    for (const { id, ...place } of page.diagrams) {
      if ([...diagrams, ...drawings].some((diagram) => diagram.id === id)) continue;
      problems.push({
        ...place,
        message: `no existe src/diagrams/${id}.mmd`,
        remedy: 'escribe el diagrama o corrige el id',
      });
    }
    for (const { id, ...place } of page.terms) {
      if (known.has(id)) continue;
      problems.push({
        ...place,
        message: `el glosario no tiene el término «${id}»`,
        remedy: `añádelo a ${GLOSSARY}/${id[0]}.yaml o corrige el id`,
      });
    }
  }
  return problems;
}

function missingExample(place: { file: string; line: number; column: number }, example: string): PageProblem {
  return {
    ...place,
    message: `no existe el ejemplo «${example}»`,
    remedy: `crea examples/${example}/sesion.console o corrige el id`,
  };
}
