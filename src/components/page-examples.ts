/** The examples behind a page. */
import { getEntry } from 'astro:content';
import type { ExampleData } from '../examples/load-example.ts';
import type { Provenance } from '../examples/provenance.ts';
import type { PageUses } from '../guide/page.ts';

/** Examples of which a page shows steps or files, by id. */
export async function examplesOf(uses: PageUses | undefined): Promise<{ id: string; data: ExampleData }[]> {
  const shown = new Set([...(uses?.steps ?? []), ...(uses?.files ?? [])].map((use) => use.example));
  // A prediction shows what was recorded too.
  for (const { written } of uses?.questions ?? [])
    if (written.kind === 'prediction') shown.add(written.example);
  // One by one: asking for the collection goes through all of it, for every page.
  const found = await Promise.all([...shown].sort().map((id) => getEntry('ejemplos', id)));
  return found.filter((example) => example !== undefined) as { id: string; data: ExampleData }[];
}

/** Where the outputs of a page come from. */
export async function pageProvenances(page: string): Promise<Provenance[]> {
  const examples = await examplesOf((await getEntry('usos', page))?.data);
  return examples.flatMap(({ data }) => data.provenance ?? []);
}
