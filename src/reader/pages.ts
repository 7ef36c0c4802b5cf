/** The built site and the examples that its pages show, for those who read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Example, readExample } from '../examples/catalog.ts';
import type { Examples, Pages } from './plan.ts';
import { readShown } from './shown.ts';

/** Pages of a built site with something to type, by their path. */
export function readPages(dist: string): Pages {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.html'))
    .sort();
  const pages = files.map((file) => {
    const path = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
    return [path, readShown(readFileSync(join(dist, file), 'utf8'), path)] as const;
  });
  return new Map(pages.filter(([, shown]) => shown.length > 0));
}

/** Finds examples below a folder, each read once. */
export function examplesBelow(root: string): Examples {
  const known = new Map<string, Example>();
  return (id) => {
    const example = known.get(id) ?? readExample(root, id);
    known.set(id, example);
    return example;
  };
}
