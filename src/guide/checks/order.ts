import type { Corpus } from '../corpus.ts';
import { ORDER_FILE } from '../page-order.ts';
import type { PageProblem } from '../problem.ts';
import { SECTIONS } from '../sections.ts';

const DOCS = 'src/content/docs';

/** Each page of a topic is once in the topic's list, and each line of a list is a page: else the sidebar would not have it. */
export function misplacedPages({ pages, order }: Pick<Corpus, 'pages' | 'order'>): PageProblem[] {
  const written = new Set(pages.map(({ slug }) => slug));
  const listed = new Map<string, number>();
  const problems: PageProblem[] = [];
  for (const { topic, name, slug, line } of order) {
    const at = { file: `${DOCS}/${topic}/${ORDER_FILE}`, line, column: 1 };
    const before = listed.get(slug);
    if (before !== undefined)
      problems.push({
        ...at,
        message: `«${name}» ya está en la línea ${before}`,
        remedy: 'deja una de las dos líneas',
      });
    else if (!written.has(slug))
      problems.push({
        ...at,
        message: `la lista del tema nombra «${name}» y esa página no existe`,
        remedy: `escribe ${DOCS}/${topic}/${name}.mdx o quita la línea`,
      });
    listed.set(slug, before ?? line);
  }
  const topics = new Set<string>(SECTIONS.map(({ directory }) => directory));
  for (const { file, slug } of pages) {
    const [topic = ''] = slug.split('/');
    if (!topics.has(topic) || listed.has(slug)) continue;
    const name = file.slice(`${DOCS}/${topic}/`.length).replace(/\.mdx$/, '');
    problems.push({
      ...{ file, line: 1, column: 1 },
      message: 'la página no está en la lista de su tema, y el menú no la tendría',
      remedy: `añade «- ${name}» donde se deba leer en ${DOCS}/${topic}/${ORDER_FILE}`,
    });
  }
  return problems;
}
