import { askOnce } from '../../src/bench/ask-once.ts';
import type { Bench } from '../../src/bench/bench.ts';
import { type EngineFacts, readEngineFacts } from '../../src/run/read-provenance.ts';

/** What the engine of this run's sandboxes is, or that of its virtual machines; asked once a worker. */
export const engineFacts: (bench: Bench) => Promise<EngineFacts> = askOnce(readEngineFacts, {
  key: (bench) => bench.constructor,
});
