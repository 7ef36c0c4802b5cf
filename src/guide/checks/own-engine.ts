import { planOwnEngine } from '../../own-engine/plan.ts';
import type { Corpus } from '../corpus.ts';
import type { PageProblem } from '../problem.ts';

/** A session that says that it may run on the reader's own engine does nothing there that is not known to be harmless. */
export function unsafeOnOwnEngine({ examples }: Pick<Corpus, 'examples'>): PageProblem[] {
  return examples
    .filter(({ data }) => data.session.directives.ownEngine)
    .flatMap(({ data }) => {
      const files = Object.entries(data.files).map(([path, { code }]) => [path, code] as const);
      return planOwnEngine(data.session, Object.fromEntries(files)).problems.map(
        ({ line, command, reason }) => ({
          file: data.session.file,
          line,
          column: 1,
          message: `la sesión dice {en-tu-motor} y ${command ? `«${command}» ` : ''}${reason}`,
          remedy:
            'cambia la orden, o quita {en-tu-motor} del título: en el banco de pruebas se puede hacer todo',
        }),
      );
    });
}
