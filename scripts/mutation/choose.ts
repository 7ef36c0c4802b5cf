import { createHash } from 'node:crypto';
import type { Mutant } from '../../src/mutation/mutant.ts';
import type { MutationOptions } from './options.ts';

/**
 * The mutants of an example that the options ask for.
 * @param survivors ids that survived the last time
 */
export function chooseMutants(
  mutants: Mutant[],
  { kinds, sample, survivors: only }: Pick<MutationOptions, 'kinds' | 'sample' | 'survivors'>,
  survivors: readonly string[] = [],
): Mutant[] {
  const wanted = mutants.filter(({ id, kind }) => kinds.includes(kind) && (!only || survivors.includes(id)));
  if (sample === undefined || wanted.length <= sample) return wanted;
  // By their hash: always the same ones, from everywhere.
  const hash = ({ id }: Mutant) => createHash('sha256').update(id).digest('hex');
  const chosen = new Set(wanted.toSorted((a, b) => hash(a).localeCompare(hash(b))).slice(0, sample));
  return wanted.filter((mutant) => chosen.has(mutant));
}
