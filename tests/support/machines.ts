/** Opens machines for proofs, in turn; while some work, the next sandbox already starts. */
import type { Bench } from '../../src/bench/bench.ts';
import type { EnvironmentInfo } from '../../src/bench/environment.ts';
import { benchFor, openBench } from '../../src/bench/open-bench.ts';
import { Prefetch } from '../../src/bench/prefetch.ts';
import { UnmetError } from '../../src/bench/requirements.ts';
import { Sandbox } from '../../src/bench/sandbox.ts';
import type { Requirement } from '../../src/examples/directives.ts';
import { Lanes } from './lanes.ts';

const lanes = new Lanes();
let sandboxes: Prefetch<Bench> | undefined;

/** A machine that is this proof's alone until it is disposed of. */
export interface Turn extends AsyncDisposable {
  bench: Bench;
}

/** Waits for a turn and opens a machine that meets the requirements; where none can, the proof is skipped with the reason. */
export async function takeMachine(
  info: EnvironmentInfo,
  requires: readonly Requirement[],
  skip: (reason: string) => never,
): Promise<Turn> {
  const kind = await benchFor(info, requires).catch((error: unknown) => {
    if (error instanceof UnmetError) skip(error.message);
    throw error;
  });
  const lane = await lanes.take(kind);
  try {
    sandboxes ??= new Prefetch(() => Sandbox.open(info));
    const bench = await (kind === 'vm'
      ? openBench(info, requires)
      : sandboxes.take(lanes.waiting('sandbox') > 0));
    return {
      bench,
      async [Symbol.asyncDispose]() {
        await bench[Symbol.asyncDispose]();
        lane[Symbol.dispose]();
      },
    };
  } catch (error) {
    lane[Symbol.dispose]();
    throw error;
  }
}
