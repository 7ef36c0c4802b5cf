/** What the last test run proved; written by the run, read by the site's build. */
import { z } from 'astro/zod';

const outcome = z.object({
  status: z.enum(['passed', 'failed']),
  ms: z.number(),
  /** First lines of the failure, when it failed. */
  message: z.string().optional(),
});

export const resultsSchema = z.object({
  /** ISO date and time of the end of the run. */
  date: z.string(),
  engine: z.string(),
  compose: z.string(),
  buildx: z.string(),
  cgroup: z.string(),
  storage: z.string(),
  kernel: z.string(),
  examples: z.record(z.string(), outcome.extend({ steps: z.number() })),
  claims: z.record(z.string(), outcome.extend({ file: z.string(), proves: z.array(z.string()) })),
});

export type Results = z.infer<typeof resultsSchema>;

/** Where a run leaves its results, relative to the project's root. Not committed: it says what this machine proved. */
export const RESULTS_FILE = '.cache/resultados.json';
