/** The place of a new page in its topic: after the last one. */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ORDER_FILE } from '../../src/guide/page-order.ts';

/**
 * Puts a page at the end of the list of its topic.
 * @returns path of the list, relative to the root
 */
export function addToOrder(root: string, topic: string, page: string): string {
  const path = `src/content/docs/${topic}/${ORDER_FILE}`;
  const list = join(root, path);
  mkdirSync(dirname(list), { recursive: true });
  appendFileSync(list, `${endsInside(list) ? '\n' : ''}- ${page}\n`);
  return path;
}

function endsInside(file: string): boolean {
  return existsSync(file) && /[^\n]$/.test(readFileSync(file, 'utf8'));
}
