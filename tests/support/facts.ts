import type { Bench } from '../../src/bench/bench.ts';
import { type EngineFacts, readEngineFacts } from '../../src/run/read-provenance.ts';

const known = new Map<unknown, Promise<EngineFacts>>();

/** What the engine of this run's sandboxes is, or that of its virtual machines; asked once a worker. */
export function engineFacts(bench: Bench): Promise<EngineFacts> {
  const kind = bench.constructor;
  const facts = known.get(kind) ?? readEngineFacts(bench);
  known.set(kind, facts);
  return facts;
}
