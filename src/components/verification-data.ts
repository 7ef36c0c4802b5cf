/** Gathers what the verification page and its JSON show. */
import { getCollection } from 'astro:content';
import { readResults } from './run-results.ts';
import { claimRows, exampleRows } from './verification.ts';

/** All examples and claims with their results; `results` is undefined when no run left any. */
export async function verificationData() {
  const results = readResults();
  const pages = (await getCollection('usos')).map(({ data }) => data);
  const examples = await getCollection('ejemplos');
  const tests = (await getCollection('pruebas')).map(({ data }) => data);
  return {
    results,
    examples: exampleRows(examples, pages, results),
    claims: claimRows(tests, pages, results),
  };
}
