/** The proofs of a topic for machines. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { verificationData } from '../../components/verification-data.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await verificationData()).topics.map(({ id, label, summary, examples, claims }) => ({
    params: { tema: id },
    props: { data: { id, label, ...summary, examples, claims } },
  }));

export const GET: APIRoute = ({ props }) =>
  new Response(JSON.stringify(props.data, null, 1), { headers: { 'content-type': 'application/json' } });
