/** The place of a new page in its topic: after the last one. */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ORDER_FILE = '_orden.yaml';

/**
 * Puts a page at the end of its topic: in the topic's list, if topics have lists.
 * @returns the line that its frontmatter needs; empty with a list
 */
export function addToOrder(root: string, topic: string, page: string): string {
  const docs = join(root, 'src/content/docs');
  const topics = readdirSync(docs, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  if (topics.some(({ name }) => existsSync(join(docs, name, ORDER_FILE)))) {
    const list = join(docs, topic, ORDER_FILE);
    mkdirSync(join(docs, topic), { recursive: true });
    appendFileSync(list, `${endsInside(list) ? '\n' : ''}- ${page}\n`);
    return '';
  }
  return `sidebar: { order: ${lastOrder(join(docs, topic)) + 1} }\n`;
}

function endsInside(file: string): boolean {
  return existsSync(file) && /[^\n]$/.test(readFileSync(file, 'utf8'));
}

function lastOrder(folder: string): number {
  if (!existsSync(folder)) return 0;
  const orders = readdirSync(folder)
    .filter((name) => name.endsWith('.mdx'))
    .map((name) =>
      Number(/^[^#]*?\border:\s*(\d+)/m.exec(readFileSync(join(folder, name), 'utf8'))?.[1] ?? 0),
    );
  return Math.max(0, ...orders);
}
