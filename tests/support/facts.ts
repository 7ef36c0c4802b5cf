import { type EngineFacts, readEngineFacts } from '../../src/sandbox/read-provenance.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';

let known: Promise<EngineFacts> | undefined;

/** What the engine of this run's sandboxes is; asked once a worker. */
export function engineFacts(sandbox: Sandbox): Promise<EngineFacts> {
  known ??= readEngineFacts(sandbox);
  return known;
}
