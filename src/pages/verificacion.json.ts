/** The verification page for machines. */
import type { APIRoute } from 'astro';
import { verificationData } from '../components/verification-data.ts';
import type { Results } from '../results/results.ts';

export const GET: APIRoute = async () => {
  const { runs, examples, claims } = await verificationData();
  const facts = (results: Results) => ({ ...results, examples: undefined, claims: undefined });
  return new Response(
    JSON.stringify(
      { run: runs.main ? facts(runs.main) : null, others: runs.others.map(facts), examples, claims },
      null,
      1,
    ),
    {
      headers: { 'content-type': 'application/json' },
    },
  );
};
