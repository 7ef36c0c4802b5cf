/** Opens machines for proofs, in turn; while some work, the next sandbox already starts. */
import type { Bench } from '../../src/bench/bench.ts';
import type { EnvironmentInfo } from '../../src/bench/environment.ts';
import { benchFor, openBench } from '../../src/bench/open-bench.ts';
import { UnmetError } from '../../src/bench/requirements.ts';
import { Sandbox } from '../../src/bench/sandbox.ts';
import type { Requirement } from '../../src/examples/directives.ts';
import { Lanes } from './lanes.ts';

const lanes = new Lanes();
let next: Promise<Bench> | undefined;

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
    const bench = await (kind === 'vm' ? openBench(info, requires) : takeSandbox(info));
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

/** The one that was being opened, if there is one; and another one begins if somebody waits for it. */
function takeSandbox(info: EnvironmentInfo): Promise<Bench> {
  const mine = next ?? Sandbox.open(info);
  next = lanes.waiting('sandbox') > 0 ? Sandbox.open(info) : undefined;
  // Whoever takes it hears of its failure; until then nobody listens.
  next?.catch(() => {});
  return mine;
}
