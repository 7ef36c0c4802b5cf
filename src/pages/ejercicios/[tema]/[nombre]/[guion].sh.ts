/** The scripts of each exercise, that a reader downloads. */
import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import type { ShownExercise } from '../../../../exercises/shown.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await getCollection('ejercicios')).flatMap(({ id, data }) => {
    const [tema, nombre] = id.split('/');
    return Object.entries((data as ShownExercise).scripts).map(([name, text]) => ({
      params: { tema, nombre, guion: name.replace(/\.sh$/, '') },
      props: { text },
    }));
  });

export const GET: APIRoute = ({ props }) =>
  new Response(String(props.text), { headers: { 'content-type': 'text/x-shellscript; charset=utf-8' } });
