/** The experiment of each claim by itself: the verification page brings it when someone opens the claim. */

import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';

export const getStaticPaths: GetStaticPaths = async () =>
  (await getCollection('pruebas')).map(({ id, data }) => ({
    params: { id },
    props: { text: `${data.experiment}\n` },
  }));

export const GET: APIRoute = ({ props }) =>
  new Response(String(props.text), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
