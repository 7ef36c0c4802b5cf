/** The evidence of each claim by itself: its topic's page brings it when someone opens the claim. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { evidenceOf } from '../../../components/evidence.ts';
import { verificationData } from '../../../components/verification-data.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  [...(await verificationData()).claims.values()].map((claim) => ({
    params: { tema: claim.topic, id: claim.id },
    props: { evidence: evidenceOf(claim) },
  }));

export const GET: APIRoute = ({ props }) =>
  new Response(JSON.stringify(props.evidence), { headers: { 'content-type': 'application/json' } });
