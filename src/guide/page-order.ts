/** The order of the pages of a topic: a list in its folder, which two people edit without renumbering. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
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
  /** Part of the topic to which it belongs, when its list has parts. */
  group?: string;
  line: number;
}

/** The key of a line that begins a part of the topic, up to the next one: `- grupo: Aislar`. */
const GROUP = 'grupo';

/**
 * Reads the list of one topic; empty when it has none.
 * @param docs folder of the pages
 */
export function readOrder(docs: string, topic: string): Listed[] {
  const file = join(docs, topic, ORDER_FILE);
  if (!existsSync(file)) return [];
  const lines = new LineCounter();
  const source = readFileSync(file, 'utf8');
  const { contents } = parseDocument(source, { lineCounter: lines });
  if (!isSeq(contents)) return [];
  let group: string | undefined;
  return contents.items.flatMap((item): Listed[] => {
    if (isMap(item) && item.get(GROUP)) {
      group = String(item.get(GROUP));
      return [];
    }
    const [from, to] = (isNode(item) && item.range) || [0, 0];
    // What is no name counts as one, as it is written: the check of the lists says that there is no such page.
    const name = isScalar(item) ? String(item.value) : source.slice(from, to).trim();
    const slug = name === 'index' ? topic : `${topic}/${name}`;
    const { line } = lines.linePos(from);
    return [{ topic, name, slug, ...(group !== undefined && { group }), line }];
  });
}

/** The lists of all topics, in the order of the guide. */
export function readOrders(docs: string): Listed[] {
  return SECTIONS.flatMap(({ directory }) => readOrder(docs, directory));
}
