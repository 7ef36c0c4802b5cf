/** Turns what happened to each mutant of an example into its result. Pure. */
import { type Declaration, isDeclared, staleDeclarations } from './declared.ts';
import { KINDS, type Kind, type Mutant } from './mutant.ts';
import type { MutationResult, Tally } from './results.ts';

/** What a mutant came to; `unknown` says nothing of it. */
export type Outcome = 'killed' | 'survived' | 'unknown';

export interface Measured {
  kinds: MutationResult['kinds'];
  survivors: MutationResult['survivors'];
  /** Declarations that are not true, in Spanish. */
  stale: string[];
  /** Mutants whose outcome is not known. */
  unknown: Mutant[];
}

/** @param outcomes of the mutants, by id */
export function measure(
  mutants: Mutant[],
  outcomes: ReadonlyMap<string, Outcome>,
  declarations: Declaration[],
): Measured {
  const outcome = ({ id }: Mutant) => outcomes.get(id) ?? 'unknown';
  const known = mutants.filter((mutant) => outcome(mutant) !== 'unknown');
  const lives = known.filter((mutant) => outcome(mutant) === 'survived');
  const killed = new Set(known.filter((mutant) => outcome(mutant) === 'killed').map(({ id }) => id));
  const equivalent = new Set(lives.filter(({ id }) => isDeclared(declarations, id)).map(({ id }) => id));
  const unknown = mutants.filter((mutant) => outcome(mutant) === 'unknown');
  const tally = (kind: Kind): Tally => {
    const own = known.filter((mutant) => mutant.kind === kind);
    const same = own.filter(({ id }) => equivalent.has(id)).length;
    return {
      total: own.length - same,
      killed: own.filter(({ id }) => killed.has(id)).length,
      equivalent: same,
    };
  };
  const measured = new Set(known.map(({ id }) => id));
  // Of what was not measured nobody can say that it is stale, only that it is not there.
  const judged = declarations.filter((declaration) =>
    mutants.every(({ id }) => measured.has(id) || !isDeclared([declaration], id)),
  );
  return {
    kinds: Object.fromEntries(KINDS.map((kind) => [kind, tally(kind)])) as MutationResult['kinds'],
    survivors: lives.filter(({ id }) => !equivalent.has(id)).map(({ id, at }) => ({ id, at })),
    stale: staleDeclarations(
      judged,
      mutants.map(({ id }) => id),
      killed,
    ),
    unknown,
  };
}
