import type { Bench } from '../../src/bench/bench.ts';
import type { EnvironmentInfo } from '../../src/bench/environment.ts';
import { openBench } from '../../src/bench/open-bench.ts';
import { UnmetError } from '../../src/bench/requirements.ts';
import type { Requirement } from '../../src/examples/directives.ts';

/** Opens a machine that meets the requirements; where none can, the proof is skipped with the reason. */
export async function openOrSkip(
  info: EnvironmentInfo,
  requires: readonly Requirement[],
  skip: (reason: string) => never,
): Promise<Bench> {
  try {
    return await openBench(info, requires);
  } catch (error) {
    if (error instanceof UnmetError) skip(error.message);
    throw error;
  }
}
