/** Gathers what the verification page and its JSON show. */
import { getCollection } from 'astro:content';
import { readScores } from '../results/mutation-scores.ts';
import { readRuns } from '../results/runs.ts';
import { claimRows, exampleRows } from '../results/verification.ts';

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
