/** What test runs proved, an engine a file; written by the runs, read by the site's build. */
import { z } from 'zod';

/** What of a machine decides what an engine answers: the nested bench and the virtual machine are two. */
const machine = z.object({ cgroup: z.string(), storage: z.string(), kernel: z.string() });

/** One command of an experiment and what the engine answered. */
const transcriptEntry = z.object({ command: z.string(), exitCode: z.number(), output: z.string() });

const outcome = z.object({
  status: z.enum(['passed', 'failed']),
  ms: z.number(),
  /** ISO date and time of the proof. */
  date: z.string(),
  /** Fingerprint of what was proved (proof-fingerprint.ts): of anything else this says nothing. */
  of: z.string(),
  /** First lines of the failure, when it failed. */
  message: z.string().optional(),
  /** Where it was proved; absent when no machine was opened. */
  machine: machine.optional(),
});

const claimOutcome = outcome.extend({
  file: z.string(),
  proves: z.array(z.string()),
  /** What was typed to prove it and what the engine answered, in order; long outputs are cut. */
  transcript: z.array(transcriptEntry).optional(),
});

export const resultsSchema = z.object({
  /** ISO date and time of the end of the last run, which may have proved only a part. */
  date: z.string(),
  engine: z.string(),
  compose: z.string(),
  buildx: z.string(),
  ...machine.shape,
  examples: z.record(z.string(), outcome.extend({ steps: z.number() })),
  claims: z.record(z.string(), claimOutcome),
});

export type Machine = z.infer<typeof machine>;
export type TranscriptEntry = z.infer<typeof transcriptEntry>;
export type Outcome = z.infer<typeof outcome>;
export type Results = z.infer<typeof resultsSchema>;

/** Where runs leave their results, below the project's root. Not committed: they say what this machine proved. */
export const RESULTS_FOLDER = '.cache/resultados';

/** Name of the file with the results of an engine, by the name that `npm test -- --motor` takes. */
export function resultsFile(engine: string): string {
  return `${RESULTS_FOLDER}/${engine}.json`;
}

/** The outcome of an example or claim, if what was proved is what there is now. */
export function currentOutcome<K extends 'examples' | 'claims'>(
  results: Results | undefined,
  kind: K,
  id: string,
  fingerprint: string,
): Results[K][string] | undefined {
  const all = results?.[kind] as Record<string, Results[K][string]> | undefined;
  const known = all?.[id];
  return known?.of === fingerprint ? known : undefined;
}
