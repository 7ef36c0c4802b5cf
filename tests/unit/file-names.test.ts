/**
 * One rule for the language of file names: English, but for what a reader or an author types or sees. A Spanish word
 * that is also an English one («motor») passes: this finds names that nobody would read in English.
 */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../src/config/paths.ts';

const ENGLISH = new Set<string>(createRequire(import.meta.url)('an-array-of-english-words'));

/** Names of programs, formats and protocols, and short forms that every developer reads as words. */
const TECHNICAL = [
  ...['api', 'cli', 'config', 'cpu', 'csp', 'dist', 'env', 'npm', 'plugins', 'src'],
  ...['dns', 'http', 'pid', 'tty', 'vm', 'heredoc', 'heredocs', 'prefetch'],
  ...['astro', 'dockerd', 'mdx', 'dockerfile', 'github', 'vitest', 'yaml'],
];

/** Where Spanish is right, and why. */
const SPANISH: readonly [pattern: RegExp, reason: string][] = [
  [/^scripts\/[^/]+$/, 'orders: `npm run grabar` is scripts/grabar.ts'],
  [/^scripts\/(?:images|vm)\//, 'recipes: readers see these programs in the images, under their names'],
  [/^src\/(?:content|diagrams)\//, 'pages and their data: slugs and ids'],
  [/^src\/pages\//, 'addresses'],
  [/^src\/components\/[^/]+\.astro$/, 'components: authors write <Paso>'],
  [/^tests\/claims\//, 'claims: a file a page, under its slug'],
  [/^tests\/fixtures\/(?:site|reader)\//, 'projects as an author would have them'],
];

/** Words of a path that are not English, where they should be. */
function foreignWords(path: string): string[] {
  if (SPANISH.some(([pattern]) => pattern.test(path))) return [];
  return path
    .split('/')
    .map((name) => name.replace(/(?<=.)\..*$/, ''))
    .flatMap((name) => name.split(/[^\p{L}]+|(?<=\p{Ll})(?=\p{Lu})/u))
    .map((word) => word.toLowerCase())
    .filter((word) => word.length > 1 && !ENGLISH.has(word) && !TECHNICAL.includes(word));
}

function filesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

const files = ['src', 'scripts', 'tests'].flatMap(filesOf);

test('files are named in English', () => {
  const wrong = files.flatMap((path) => foreignWords(path).map((word) => `${path}: «${word}»`));
  expect(
    wrong,
    'ponle un nombre en inglés, o di por qué no aquí: CONTRIBUTING.md, «Cambiar el código»',
  ).toEqual([]);
});

test('a Spanish name is refused outside the places for it', () => {
  expect(foreignWords('src/engine/motor-listo.ts')).toEqual(['listo']);
  expect(foreignWords('tests/fixtures/site-construido/x.html')).toEqual(['construido']);
  expect(foreignWords('src/components/parts/BloquePaso.astro')).toEqual(['bloque', 'paso']);
  expect(foreignWords('scripts/grabar.ts')).toEqual([]);
  expect(foreignWords('src/components/Paso.astro')).toEqual([]);
});

test('each place for Spanish is there', () => {
  const unused = SPANISH.filter(([pattern]) => !files.some((path) => pattern.test(path)));
  expect(unused).toEqual([]);
});

test('each technical word is used, and is not in the list of English', () => {
  const words = files.flatMap((path) => path.toLowerCase().split(/[^\p{L}]+/u));
  expect(TECHNICAL.filter((word) => ENGLISH.has(word) || !words.includes(word))).toEqual([]);
});
