/** In which order proofs are made, and which of them when only a part is asked for. */

import { needsKernel } from '../../src/bench/requirements.ts';
import { readVariable } from '../../src/config/env.ts';
import type { Requirement } from '../../src/examples/directives.ts';
import { isInPart, readPart } from '../../src/proof/parts.ts';

/** Those of the asked part; first the ones that may need the virtual machine, of which there is one and it is slow. */
export function inOrder<T>(
  all: readonly T[],
  about: (one: T) => { id: string; requires: readonly Requirement[] },
): T[] {
  const part = readPart(readVariable('DAP_PARTE'));
  const mine = all.filter((one) => isInPart(about(one).id, part));
  const isSlow = (one: T) => needsKernel(about(one).requires);
  return [...mine.filter(isSlow), ...mine.filter((one) => !isSlow(one))];
}
