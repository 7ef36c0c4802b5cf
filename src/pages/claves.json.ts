/** The list of keys of all pages, which the search loads when it opens. */
import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { pack, writtenTerms } from '../components/search/key-list.ts';
import { withBase } from '../config/project.ts';
import { KIND_LABELS } from '../guide/kinds.ts';

export const GET: APIRoute = async () => {
  const entries = await getCollection('docs', ({ data }) => data.template !== 'splash' && !data.draft);
  const pages = entries
    .filter(({ id }) => id !== '404')
    .map(({ id, data, body }) =>
      pack({
        url: withBase(`${id}/`),
        title: data.title,
        description: data.description ?? '',
        ...(data.tipo && { kind: KIND_LABELS[data.tipo].label }),
        keys: data.claves,
        terms: writtenTerms(body ?? ''),
      }),
    )
    .sort(([a], [b]) => a.localeCompare(b));
  return new Response(JSON.stringify(pages), { headers: { 'content-type': 'application/json' } });
};
