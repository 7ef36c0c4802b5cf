/** From what a run proved to the results that the site reads. Pure. */
import type { Machine, Outcome, Results, TranscriptEntry } from '../../src/results/results.ts';

export type Facts = Omit<Results, 'date' | 'examples' | 'claims'>;

/** One example or claim that a run came to. */
export interface Proof {
  example?: { id: string; steps: number };
  claim?: { id: string; proves: string[]; file: string };
  /** Fingerprint of what there was to prove. */
  of: string;
  state: 'passed' | 'failed' | 'skipped';
  ms: number;
  message?: string;
  /** Absent when no machine was opened. */
  facts?: Facts;
  transcript?: TranscriptEntry[];
  /** ISO date and time of the earlier proof of the same that stands for this one. */
  reused?: string;
}

const MESSAGE_LINES = 12;

/**
 * Adds what a run proved to what is known from earlier ones.
 * @param date ISO date and time of the end of the run
 * @returns undefined when the run proved nothing
 */
export function collectResults(
  proofs: readonly Proof[],
  previous: Results | undefined,
  date: string,
): Results | undefined {
  const facts = mostCommon(proofs.flatMap((proof) => proof.facts ?? []));
  if (!facts) return undefined;
  // Results of another engine say nothing about this one.
  const kept = previous?.engine === facts.engine ? previous : undefined;
  const { engine, compose, buildx } = facts;
  const results: Results = {
    ...{ date, engine, compose, buildx, ...machineOf(facts) },
    examples: { ...kept?.examples },
    claims: { ...kept?.claims },
  };
  for (const { example, claim, of, state, ms, message, facts: where, transcript, reused } of proofs) {
    // One that was left out proved nothing, and takes nothing back.
    if (state === 'skipped') continue;
    const outcome: Outcome = { status: state, ms, date: reused ?? date, of };
    if (message) outcome.message = message.split('\n').slice(0, MESSAGE_LINES).join('\n');
    if (where) outcome.machine = machineOf(where);
    if (example) results.examples[example.id] = { ...outcome, steps: example.steps };
    if (!claim) continue;
    const { id, ...told } = claim;
    results.claims[id] = { ...outcome, ...told, ...(transcript ? { transcript } : {}) };
  }
  // A run of one example in the virtual machine says nothing of where all the others were proved.
  const outcomes = [...Object.values(results.examples), ...Object.values(results.claims)];
  return { ...results, ...mostCommon(outcomes.flatMap((outcome) => outcome.machine ?? [])) };
}

function machineOf({ cgroup, storage, kernel }: Facts): Machine {
  return { cgroup, storage, kernel };
}

/** A few proofs run in the virtual machine; the run is described by the engine of most. */
function mostCommon<T>(values: T[]): T | undefined {
  const counts = Map.groupBy(values, (value) => JSON.stringify(value));
  return [...counts.values()].sort((a, b) => b.length - a.length)[0]?.[0];
}
