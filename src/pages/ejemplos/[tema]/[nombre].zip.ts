/** The working folder of each example, to be downloaded. */
import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { readerFolderOf } from '../../../components/folder.ts';
import { folderName, topicOf } from '../../../examples/catalog.ts';
import { zipFolder } from '../../../examples/zip.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await getCollection('ejemplos'))
    .map(({ id }) => ({ id, entries: readerFolderOf(id) }))
    .filter(({ entries }) => entries.length > 0)
    .map(({ id, entries }) => ({
      params: { tema: topicOf(id), nombre: folderName(id) },
      props: { zip: zipFolder(folderName(id), entries) },
    }));

export const GET: APIRoute = ({ props }) =>
  new Response(new Uint8Array(props.zip), { headers: { 'content-type': 'application/zip' } });
