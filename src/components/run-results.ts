/** The results of the last test run, as the build found them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RESULTS_FILE, type Results, resultsSchema } from '../examples/results.ts';

/**
 * Reads the results of the last run.
 * @returns undefined when no run left any
 */
export function readResults(root: string = process.cwd()): Results | undefined {
  const path = join(root, RESULTS_FILE);
  return existsSync(path) ? resultsSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined;
}

/** Ids of the examples and claims that failed in the last run. */
export function failedIds(results: Results): string[] {
  return [...Object.entries(results.examples), ...Object.entries(results.claims)]
    .filter(([, outcome]) => outcome.status === 'failed')
    .map(([id]) => id);
}
