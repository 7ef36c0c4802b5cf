import type { SessionHost } from '../bench/bench.ts';
import type { Example } from '../examples/catalog.ts';
import type { Difference } from '../examples/compare.ts';
import { compareExample } from '../examples/compare-example.ts';
import { typedInExample } from '../examples/typed.ts';
import { EngineWatch } from './engine-watch.ts';
import { runSession, type SessionRun } from './run-session.ts';

export interface ExampleRun extends SessionRun {
  /** What the session did to its engine (remains.ts); undefined when it did not reach its end. */
  left?: string[];
  /** Against the recording, if there is one. */
  differences: Difference[];
}

/**
 * Runs an example in an engine of its own, watches what it does to it, and compares both with the recording.
 * @param options.anyCode goes on after an exit code that is not the declared one
 * @param options.without a redaction rule that is not applied
 * @throws Error in Spanish when the session or the question cannot be done
 */
export async function runExample(
  host: SessionHost,
  example: Example,
  options: {
    onStep?: Parameters<typeof runSession>[2];
    without?: string | undefined;
    anyCode?: boolean;
  } = {},
): Promise<ExampleRun> {
  const watch = new EngineWatch(host, typedInExample(example));
  // Its terminal opens where the session stands, which must not be a folder that a later step removes or unmounts.
  await watch.look();
  const run = await runSession(host, example.session, options.onStep, () => watch.look(), options.anyCode);
  const left = run.stoppedAt ? undefined : watch.remains();
  const differences = compareExample(example, run.answers, { left, without: options.without });
  return left ? { ...run, left, differences } : { ...run, differences };
}
