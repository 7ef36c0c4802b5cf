/** Mutants that change nothing that anybody could see, declared by who writes the example, with the reason. */

import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';

export interface Declaration {
  /** `<topic>/<slug>`. */
  example: string;
  /** Id of a mutant; `*` stands for any text. */
  mutant: string;
  reason: string;
  /** `mutantes/<topic>.yaml:<line>`. */
  at: string;
}

const fileSchema = z.record(
  z.string(),
  z.array(z.strictObject({ mutante: z.string().min(1), motivo: z.string().min(10) })),
);

/**
 * Reads the declarations of a topic.
 * @param text contents of `mutantes/<topic>.yaml`
 * @throws Error in Spanish, with the file, when it is not what it must be
 */
export function parseDeclarations(text: string, topic: string): Declaration[] {
  const file = `mutantes/${topic}.yaml`;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const parsed = fileSchema.safeParse(document.toJS() ?? {});
  if (document.errors.length > 0 || !parsed.success) {
    const problem =
      document.errors[0]?.message.split('\n')[0] ?? parsed.error?.issues.map(explain).join('; ');
    throw new Error(
      `${file}: no se entiende: ${problem}\n  Cómo arreglarlo: debajo del nombre de cada ejemplo, una lista de «mutante» (su nombre, tal como lo dice npm run mutar) y «motivo» (por qué no cambia nada)`,
    );
  }
  return Object.entries(parsed.data).flatMap(([slug, list]) =>
    list.map(({ mutante, motivo }, index) => {
      const node = document.getIn([slug, index], true) as { range?: [number, number, number] } | undefined;
      return {
        example: `${topic}/${slug}`,
        mutant: mutante,
        reason: motivo,
        at: `${file}:${lines.linePos(node?.range?.[0] ?? 0).line}`,
      };
    }),
  );
}

function explain({ path, message }: { path: PropertyKey[]; message: string }): string {
  return `${path.join('.')}: ${message}`;
}

/** Whether a declaration speaks of a mutant. */
export function isDeclared(declarations: Declaration[], id: string): boolean {
  return declarations.some(({ mutant }) => matches(mutant, id));
}

function matches(pattern: string, id: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(id);
}

/**
 * Declarations of an example that no longer say the truth.
 * @param ids all mutants of the example
 * @param killed those that some step noticed; undefined while it is not known
 * @returns what is wrong, in Spanish, with the remedy
 */
export function staleDeclarations(
  declarations: Declaration[],
  ids: string[],
  killed?: ReadonlySet<string>,
): string[] {
  return declarations.flatMap(({ at, mutant }) => {
    const found = ids.filter((id) => matches(mutant, id));
    if (found.length === 0)
      return [
        `${at}: ya no hay ningún mutante «${mutant}»\n  Cómo arreglarlo: bórralo de ahí; npm run mutar dice los que hay`,
      ];
    if (killed && found.every((id) => killed.has(id)))
      return [
        `${at}: «${mutant}» se declara equivalente, y un paso lo nota\n  Cómo arreglarlo: bórralo de ahí: ya cuenta como cazado`,
      ];
    return [];
  });
}
