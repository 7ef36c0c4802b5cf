import { hiddenShare } from '../../examples/hidden-share.ts';
import { CEILINGS_FILE, type Corpus } from '../corpus.ts';
import type { PageProblem } from '../problem.ts';

/** What rules and authors set aside before comparing does not grow unnoticed. */
export function aboveCeilings({ examples, ceilings }: Pick<Corpus, 'examples' | 'ceilings'>): PageProblem[] {
  const { share } = hiddenShare(
    examples.map(({ data: { session, files } }) => ({
      session,
      files: Object.values(files)
        .map(({ code }) => code)
        .join('\n'),
    })),
  );
  const percent = 100 * share;
  if (percent <= ceilings.hidden) return [];
  return [
    {
      ...{ file: CEILINGS_FILE, line: 1, column: 1 },
      message: `no se compara el ${percent.toFixed(1)} % de lo grabado, y como mucho puede ser el ${ceilings.hidden} %`,
      remedy:
        'usa «salvo» o «entre» en lugar de «variable», o ajusta la regla que oculta de más; «npm run medir:oculto» dice qué oculta cada una',
    },
  ];
}
