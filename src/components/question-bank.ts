/** Gathers the questions of the guide for the pages on which one practises. */
import { getCollection } from 'astro:content';
import { join } from 'node:path';
import { readOrders } from '../guide/page-order.ts';
import { answerOf, bankOf, type PageLink, type TopicBank } from '../guide/questions/bank.ts';
import type { Resolved } from '../guide/questions/resolve.ts';

/** The whole bank, topics without pages left out. */
export async function questionBank(): Promise<TopicBank[]> {
  const pages = (await getCollection('usos')).map(({ data }) => data);
  const sessions = new Map((await getCollection('ejemplos')).map(({ id, data }) => [id, data.session]));
  const order = readOrders(join(process.cwd(), 'src/content/docs')).map(({ slug }) => slug);
  return bankOf(pages, order, (id) => sessions.get(id));
}

/** The page that answers a question, unless it is the one that asks. */
export async function answeredElsewhere(question: Resolved, slug: string): Promise<PageLink | undefined> {
  const pages = (await getCollection('usos')).map(({ data }) => data);
  const asking = pages.find((page) => page.slug === slug);
  const link = asking && answerOf(question, asking, pages);
  return link?.slug === slug ? undefined : link;
}
