/** What the documents of the repository point at: files, headings and orders that exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Slugger from 'github-slugger';
import { expect, test } from 'vitest';
import { ROOT } from '../../../src/config/paths.ts';

const DOCUMENTS = ['.', 'docs', '.github', '.devcontainer'].flatMap((folder) =>
  (existsSync(join(ROOT, folder)) ? readdirSync(join(ROOT, folder)) : [])
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** Anchors of a document's headings, as GitHub makes them. */
function anchorsOf(text: string): string[] {
  const slugger = new Slugger();
  const prose = text.replace(/^```[\s\S]*?^```/gm, '');
  return [...prose.matchAll(/^#{1,6} (.+)$/gm)].map(([, title]) =>
    slugger.slug((title as string).replace(/`/g, '')),
  );
}

/** Relative links of a document that lead nowhere. */
function broken(file: string, text: string): string[] {
  const prose = text.replace(/^ *```[\s\S]*?^ *```/gm, '').replace(/`[^`\n]+`/g, '');
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to]) => to as string);
  return links
    .filter((to) => !/^(?:https?:|mailto:)/.test(to))
    .filter((to) => {
      const [path = '', anchor] = to.split('#');
      const target = join(dirname(file), path);
      if (path && !existsSync(join(ROOT, target))) return true;
      return (
        anchor !== undefined && !anchorsOf(path ? read(target) : text).includes(decodeURIComponent(anchor))
      );
    })
    .map((to) => `${file}: ${to}`);
}

/** Orders `npm run x` of a text that package.json does not have. */
function unknownOrders(file: string, text: string): string[] {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const orders = [...text.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name]) => name as string);
  return orders.filter((name) => !(name in scripts)).map((name) => `${file}: npm run ${name}`);
}

test('there are documents to look at', () => {
  expect(DOCUMENTS).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/arquitectura.md']));
});

test('every link leads somewhere', () => {
  expect(DOCUMENTS.flatMap((file) => broken(file, read(file)))).toEqual([]);
});

test('every order exists', () => {
  expect(DOCUMENTS.flatMap((file) => unknownOrders(file, read(file)))).toEqual([]);
});

test('a link without its file, one without its heading and an order of nobody are found', () => {
  const text = '# Uno\n[a](no-hay.md) [b](#dos) [c](#uno) [d](README.md) [e](https://x.es) npm run volar';
  expect(broken('x.md', text)).toEqual(['x.md: no-hay.md', 'x.md: #dos']);
  expect(unknownOrders('x.md', text)).toEqual(['x.md: npm run volar']);
});
