/** The built site and the examples that its pages show, for those who read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Example, folderName, readExample } from '../examples/catalog.ts';
import { folderScript } from '../examples/folder-script.ts';
import { readZip } from '../examples/zip.ts';
import type { Examples, Pages } from './plan.ts';
import { readShown, type Shown } from './shown.ts';

/** Pages of a built site with something to type, by their path. */
export function readPages(dist: string): Pages {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.html'))
    .sort();
  const pages = files.map((file) => {
    const path = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
    const shown = readShown(readFileSync(join(dist, file), 'utf8'), path);
    return [path, shown.map((block) => unpacked(dist, block))] as const;
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

/** What is only in the archive of the site is taken from there: the reader downloads it and unpacks it at home. */
function unpacked(dist: string, block: Shown): Shown {
  if (block.kind !== 'folder' || block.onlyArchived.length === 0) return block;
  const entries = readZip(readFileSync(join(dist, 'ejemplos', `${block.example}.zip`)));
  const { script, onlyArchived } = folderScript(folderName(block.example), entries, Number.POSITIVE_INFINITY);
  if (onlyArchived.length > 0)
    throw new Error(
      `«${block.example}» tiene archivos que no se pueden teclear (${onlyArchived.join(', ')})\n  Cómo arreglarlo: guárdalos como texto UTF-8, o enseña aquí a leerlos del .zip`,
    );
  return { ...block, script };
}
