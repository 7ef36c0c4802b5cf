/** The verification page for machines. */
import type { APIRoute } from 'astro';
import { verificationData } from '../components/verification-data.ts';

export const GET: APIRoute = async () => {
  const { results, examples, claims } = await verificationData();
  const run = results && { ...results, examples: undefined, claims: undefined };
  return new Response(JSON.stringify({ run: run ?? null, examples, claims }, null, 1), {
    headers: { 'content-type': 'application/json' },
  });
};
