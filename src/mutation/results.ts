/** What was measured of an example: committed, an example a file, and shown on the verification page. */
import { z } from 'zod';
import { KINDS } from './mutant.ts';

const tally = z.object({
  /** Without the equivalent ones. */
  total: z.number(),
  killed: z.number(),
  equivalent: z.number(),
});

export const mutationResultSchema = z.object({
  /** Fingerprint of the example that was measured (proof-fingerprint.ts). */
  of: z.string(),
  /** Day, YYYY-MM-DD. */
  date: z.string(),
  /** Version of Docker Engine. */
  engine: z.string(),
  kinds: z.object({ archivos: tally, ordenes: tally, salidas: tally }),
  /** Mutants that no step noticed, with `file:line`. */
  survivors: z.array(z.object({ id: z.string(), at: z.string() })),
  /** Why only the outputs were measured, if so. */
  onlyOutputs: z.string().optional(),
});

export type Tally = z.infer<typeof tally>;
export type MutationResult = z.infer<typeof mutationResultSchema>;

/** Below the project's root. */
export const MUTATION_FOLDER = 'mutantes/resultados';

/** File with the result of an example, below the project's root. */
export function mutationFile(example: string): string {
  return `${MUTATION_FOLDER}/${example}.json`;
}

/** The three kinds together. */
export function sum(tallies: Tally[]): Tally {
  const add = (key: keyof Tally) => tallies.reduce((total, each) => total + each[key], 0);
  return { total: add('total'), killed: add('killed'), equivalent: add('equivalent') };
}

/** What had to be run, files and commands, apart from what only had to be compared. */
export function runAndCompared({ kinds }: Pick<MutationResult, 'kinds'>): {
  run: Tally;
  compared: Tally;
  all: Tally;
} {
  return {
    run: sum([kinds.archivos, kinds.ordenes]),
    compared: kinds.salidas,
    all: sum(KINDS.map((kind) => kinds[kind])),
  };
}

/** `85 %`, rounded down: 99.9 % is not all; nothing to notice is `—`. */
export function percentage({ killed, total }: Pick<Tally, 'killed' | 'total'>): string {
  return total === 0 ? '—' : `${Math.floor((killed / total) * 100)} %`;
}
