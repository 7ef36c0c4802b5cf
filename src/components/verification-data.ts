/** Gathers what the verification page and its JSON show. */
import { getCollection } from 'astro:content';
import { readScores } from './mutation-scores.ts';
import { readRuns } from './run-results.ts';
import { claimRows, exampleRows } from './verification.ts';

/** All examples and claims with their results; `runs.main` is undefined when no run left any. */
export async function verificationData() {
  const runs = readRuns();
  const pages = (await getCollection('usos')).map(({ data }) => data);
  const examples = await getCollection('ejemplos');
  const tests = (await getCollection('pruebas')).map(({ data }) => data);
  return {
    runs,
    examples: exampleRows(examples, pages, runs, readScores()),
    claims: claimRows(tests, pages, runs),
  };
}
