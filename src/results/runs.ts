/** The results of the test runs, as the build found them. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MAIN_ENGINE } from '../config/paths.ts';
import { currentOutcome, RESULTS_FOLDER, type Results, resultsFile, resultsSchema } from './results.ts';

/** Results by engine. */
export interface Runs {
  /** Of the engine with which the outputs are recorded; absent when no run left any. */
  main?: Results;
  /** Of other engines, with which those outputs are compared. */
  others: Results[];
}

const known = new Map<string, { stamp: number; results: Results }>();

/** Reads the results of all engines. */
export function readRuns(root: string = process.cwd()): Runs {
  const folder = join(root, RESULTS_FOLDER);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  const main = join(root, resultsFile(MAIN_ENGINE));
  const files = names.sort().map((name) => join(folder, name));
  const runs: Runs = { others: files.filter((file) => file !== main).map(readFile) };
  if (files.includes(main)) runs.main = readFile(main);
  return runs;
}

/** Engines that answer an example as recorded, and those that do not. */
export interface Comparison {
  same: string[];
  different: string[];
}

/** Compares an example or claim among engines, as far as they proved what there is now. */
export function compareEngines(
  { others }: Runs,
  kind: 'examples' | 'claims',
  id: string,
  fingerprint: string,
): Comparison {
  const comparison: Comparison = { same: [], different: [] };
  for (const results of others) {
    const outcome = currentOutcome(results, kind, id, fingerprint);
    if (outcome) comparison[outcome.status === 'passed' ? 'same' : 'different'].push(engineName(results));
  }
  return comparison;
}

/** `Docker Engine 26.1.5 (overlay2, cgroup v1)`. */
export function engineName({
  engine,
  storage,
  cgroup,
}: Pick<Results, 'engine' | 'storage' | 'cgroup'>): string {
  return `Docker Engine ${engine} (${storage}, cgroup v${cgroup})`;
}

/** Every page asks: read once, and again when a run has written. */
function readFile(file: string): Results {
  const stamp = statSync(file).mtimeMs;
  const last = known.get(file);
  if (last?.stamp === stamp) return last.results;
  const results = resultsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  known.set(file, { stamp, results });
  return results;
}
