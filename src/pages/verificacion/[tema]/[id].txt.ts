/** The evidence of each claim to be read as it is: the link of those who have no JavaScript. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { evidenceOf, evidenceText } from '../../../components/evidence.ts';
import { verificationData } from '../../../components/verification-data.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  [...(await verificationData()).claims.values()].map((claim) => ({
    params: { tema: claim.topic, id: claim.id },
    props: { text: evidenceText(evidenceOf(claim)) },
  }));

export const GET: APIRoute = ({ props }) =>
  new Response(String(props.text), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
