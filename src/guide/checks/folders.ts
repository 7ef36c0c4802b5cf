import type { Corpus } from '../corpus.ts';
import type { PageProblem } from '../problem.ts';

/** Whoever reads a page is given the files of its examples before the first command that may need them. */
export function unpreparedFolders({ pages, examples }: Pick<Corpus, 'pages' | 'examples'>): PageProblem[] {
  const withFiles = new Set(
    examples.filter(({ data }) => Object.keys(data.files).length > 0).map(({ id }) => id),
  );
  return pages.flatMap(({ steps, folders }) => {
    const first = new Map(steps.toReversed().map((use) => [use.example, use]));
    return [...first.values()]
      .filter(({ example, line }) => {
        const prepared = folders.some((folder) => folder.example === example && folder.line <= line);
        return withFiles.has(example) && !prepared;
      })
      .map(({ example, file, line, column }) => ({
        ...{ file, line, column },
        message: `quien lea esto no tiene los archivos de «${example}»`,
        remedy: `ponle antes <Carpeta ejemplo="${example}" />, que se los da`,
      }));
  });
}

/** A working folder is of an example that the page uses, and a page goes on from one that exists. */
export function oddFolders({ pages }: Pick<Corpus, 'pages'>): PageProblem[] {
  const slugs = new Set(pages.map(({ slug }) => slug));
  return pages.flatMap(({ steps, folders }) =>
    folders.flatMap(({ example, continues, ...place }) => {
      if (!steps.some((use) => use.example === example))
        return [
          {
            ...place,
            message: `<Carpeta> prepara «${example}», y la página no muestra ningún paso suyo`,
            remedy: 'quítala, o corrige el ejemplo',
          },
        ];
      if (continues === undefined || slugs.has(continues)) return [];
      return [
        {
          ...place,
          message: `<Carpeta> continúa «${continues}», y esa página no existe`,
          remedy: 'escribe su dirección sin barras a los lados: continua="fundamentos/oci"',
        },
      ];
    }),
  );
}
