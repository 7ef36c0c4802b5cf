/** What the code imports is named in package.json, and what the build imports is installed where only that is wanted. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** Import of a value; those of types leave nothing behind. */
const IMPORT =
  /^(?:import|export)\s(?!type\b)(?:[^'"]*?\sfrom\s)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '');
}

/** `@astrojs/starlight/components` → `@astrojs/starlight`; nothing for what no package gives. */
function packageOf(specifier: string): string | undefined {
  if (/^(?:\.|(?:node|astro|virtual):)/.test(specifier)) return undefined;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|mjs|astro|mdx)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Packages that some files import, directly or through other files of ours, with one that does. */
function packagesFrom(entries: string[]): Map<string, string> {
  const packages = new Map<string, string>();
  const seen = new Set(entries);
  for (const file of seen) {
    for (const specifier of importsOf(file)) {
      const name = packageOf(specifier);
      if (name) packages.set(name, relative(ROOT, file));
      const target = join(dirname(file), specifier);
      if (!name && existsSync(target)) seen.add(target);
    }
  }
  return packages;
}

const BUILD = [
  ...['astro.config.mjs', 'ec.config.mjs', 'src/content.config.ts'].map((file) => join(ROOT, file)),
  ...['src/pages', 'src/content/docs', 'src/components', 'src/plugins'].flatMap(filesBelow),
];

test('what the build imports is in dependencies: a host installs nothing else', () => {
  const packages = packagesFrom(BUILD);
  expect([...packages.keys()]).toEqual(expect.arrayContaining(['typescript', 'yaml', 'satteri']));
  expect([...packages].filter(([name]) => !(name in dependencies))).toEqual([]);
});

test('no package is used through another: each is named', () => {
  const all = packagesFrom([...BUILD, ...['src', 'scripts', 'tests'].flatMap(filesBelow)]);
  expect([...all].filter(([name]) => !(name in dependencies) && !(name in devDependencies))).toEqual([]);
});
