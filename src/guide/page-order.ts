/** The order of the pages of a topic: a list in its folder, which two people edit without renumbering. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { SECTIONS } from './sections.ts';

export const ORDER_FILE = '_orden.yaml';

/** A line of the list of a topic. */
export interface Listed {
  /** Folder of the topic. */
  topic: string;
  /** Name of the page in it, without extension. */
  name: string;
  /** Address of the page without slashes at its ends. */
  slug: string;
  line: number;
}

/**
 * Reads the list of one topic; empty when it has none.
 * @param docs folder of the pages
 */
export function readOrder(docs: string, topic: string): Listed[] {
  const file = join(docs, topic, ORDER_FILE);
  if (!existsSync(file)) return [];
  const lines = new LineCounter();
  const { contents } = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  if (!isSeq(contents)) return [];
  return contents.items.flatMap((item) => {
    if (!isScalar(item)) return [];
    const name = String(item.value);
    const slug = name === 'index' ? topic : `${topic}/${name}`;
    return { topic, name, slug, line: lines.linePos(item.range?.[0] ?? 0).line };
  });
}

/** The lists of all topics, in the order of the guide. */
export function readOrders(docs: string): Listed[] {
  return SECTIONS.flatMap(({ directory }) => readOrder(docs, directory));
}
