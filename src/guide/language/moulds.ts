/** What is said in the same way again and again: openings, headings, «no probado aquí». */
import { type PageProse, wordsOf } from './prose.ts';
import { type LanguageRule, problemAt } from './rule.ts';

/** Pages in a row, of one topic, that may begin alike. */
const ALIKE = 2;
/** Pages that may have one heading; the next ones look for their own. */
const SAME_HEADING = 3;

/** Headings that a reader expects to find under the same name everywhere. */
const EXPECTED_HEADING =
  /^(?:En Compose|En el trabajo|Limpi\p{L}*|Si tu salida es distinta|Ejercicios?|Preguntas?|Comprueba lo que sabes|Soluci\p{L}+|Siguiente|Resumen|Lo que no se probó aquí)$/u;

export const openings: LanguageRule = {
  id: 'aperturas',
  advice: false,
  find: ({ prose }) =>
    prose.flatMap((page, index) => {
      const first = opening(page);
      if (!first) return [];
      if (/^Al terminar\b/.test(first.text))
        return [
          problemAt(
            page.file,
            first.line,
            'la página empieza por «Al terminar»',
            'el objetivo va en la ficha («sabras:»); empieza por un problema, una pregunta o un dibujo',
          ),
        ];
      const before = prose.slice(Math.max(0, index - ALIKE), index);
      const alike = before.filter(
        (other) => topicOf(other) === topicOf(page) && begins(opening(other)?.text) === begins(first.text),
      );
      return alike.length < ALIKE
        ? []
        : [
            problemAt(
              page.file,
              first.line,
              `tres páginas seguidas empiezan por «${wordsOf(first.text).slice(0, 3).join(' ')}»`,
              'empieza esta de otra manera',
            ),
          ];
    }),
};

export const headings: LanguageRule = {
  id: 'titulos',
  advice: false,
  find: ({ prose }) => {
    const all = prose.flatMap((page) =>
      page.passages
        .filter(({ kind, text }) => kind === 'heading' && !EXPECTED_HEADING.test(text))
        .map(({ text, line }) => ({ file: page.file, line, text })),
    );
    return [...Map.groupBy(all, ({ text }) => text.toLowerCase())].flatMap(([, same]) =>
      same
        .slice(SAME_HEADING)
        .map(({ file, line, text }) =>
          problemAt(
            file,
            line,
            `«${text}» es título en ${same.length} páginas`,
            'di qué se aprende en esta sección',
          ),
        ),
    );
  },
};

export const untested: LanguageRule = {
  id: 'no-probado',
  advice: false,
  find: ({ prose }) =>
    prose
      // The page that says it once for all.
      .filter(({ slug }) => slug !== 'referencia/windows-y-mac')
      .flatMap((page) =>
        page.passages
          .flatMap(({ text, line }) =>
            [...text.matchAll(/\bno (?:est[áa] )?probad[oa]s? aquí/gi)].map(([found]) => ({ found, line })),
          )
          .slice(1)
          .map(({ found, line }) =>
            problemAt(
              page.file,
              line,
              `«${found}» otra vez en la página`,
              'dilo una vez, o en la etiqueta «sistemas» de la ficha y enlaza «Windows y Mac»',
            ),
          ),
      ),
};

function opening({ passages }: PageProse) {
  return passages.find(({ kind }) => kind === 'paragraph');
}

function begins(text = ''): string {
  return wordsOf(text).slice(0, 3).join(' ').toLowerCase();
}

function topicOf({ slug }: PageProse): string {
  return slug.replace(/\/.*/, '');
}
