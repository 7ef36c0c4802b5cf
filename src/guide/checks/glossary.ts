import type { Corpus } from '../corpus.ts';
import { GLOSSARY } from '../glossary-files.ts';
import type { PageProblem } from '../problem.ts';

/** Each term is once, in the file of its initial: where who looks for it, or adds it again, finds it. */
export function misplacedTerms({ terms }: Pick<Corpus, 'terms'>): PageProblem[] {
  return terms
    .filter(({ id, file }) => file !== fileOf(id))
    .map(({ id, file, line }) => ({
      ...{ file, line, column: 1 },
      message: `el término «${id}» no empieza por la letra de su archivo`,
      remedy: `llévalo a ${fileOf(id)}`,
    }));
}

function fileOf(id: string): string {
  return `${GLOSSARY}/${id[0]}.yaml`;
}
