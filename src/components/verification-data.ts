/** Gathers what the verification pages, their JSON and the marks of claims show. */

import { getCollection } from 'astro:content';
import { join } from 'node:path';
import { readOrders } from '../guide/page-order.ts';
import { readScores } from '../results/mutation-scores.ts';
import { readRuns } from '../results/runs.ts';
import { groupByTopic } from '../results/topic-proofs.ts';
import { claimRows, exampleRows } from '../results/verification.ts';

let built: ReturnType<typeof gather> | undefined;

/**
 * All examples and claims with their results; `runs.main` is undefined when no run left any. Every page asks: a build,
 * during which nothing changes, gathers them once.
 */
export function verificationData(): ReturnType<typeof gather> {
  if (import.meta.env.DEV) return gather();
  built ??= gather();
  return built;
}

async function gather() {
  const runs = readRuns();
  const pages = (await getCollection('usos')).map(({ data }) => data);
  const tests = (await getCollection('pruebas')).map(({ data }) => data);
  const examples = exampleRows(await getCollection('ejemplos'), pages, runs, readScores());
  const claims = claimRows(tests, pages, runs);
  return {
    runs,
    topics: groupByTopic(examples, claims),
    examples: new Map(examples.map((row) => [row.id, row])),
    claims: new Map(claims.map((row) => [row.id, row])),
    /** Addresses of the pages, in the order of the guide. */
    order: readOrders(join(process.cwd(), 'src/content/docs')).map(({ slug }) => slug),
  };
}
