/** The verification page for machines: totals, and where each topic's proofs are. */
import type { APIRoute } from 'astro';
import { verificationData } from '../components/verification-data.ts';
import { withBase } from '../config/project.ts';
import type { Results } from '../results/results.ts';

export const GET: APIRoute = async () => {
  const { runs, topics } = await verificationData();
  const facts = (results: Results) => ({ ...results, examples: undefined, claims: undefined });
  const index = topics.map(({ id, label, summary, examples, claims }) => ({
    ...{ id, label, ...summary, examples: examples.length, claims: claims.length },
    json: withBase(`/verificacion/${id}.json`),
  }));
  const all = { run: runs.main ? facts(runs.main) : null, others: runs.others.map(facts), topics: index };
  return new Response(JSON.stringify(all, null, 1), { headers: { 'content-type': 'application/json' } });
};
