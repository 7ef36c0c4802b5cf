/** What an example or a claim is made of, read from its files. */
import { readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { CATALOGUE, findImage } from '../images/catalogue.ts';
import { filesBelow } from '../machine/files-below.ts';

/** All files of an example, recordings included, relative to the root. */
export function exampleFiles(root: string, id: string): string[] {
  return filesBelow(join(root, 'examples', id)).map((file) => relative(root, file));
}

/** A file of claims with all that it imports below tests/, its own helpers and the shared ones: src/ is the harness. */
export function claimFiles(root: string, file: string): string[] {
  const found = new Set<string>();
  const visit = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    const text = readFileSync(join(root, path), 'utf8');
    for (const [, imported] of text.matchAll(/\bfrom\s+'(\.[^']+)'/g)) {
      const target = normalize(join(dirname(path), imported as string));
      if (target.startsWith('tests/')) visit(target);
    }
  };
  visit(file);
  // Disks and other material that claims read.
  const material = filesBelow(join(root, 'tests/claims/fixtures')).map((path) => relative(root, path));
  return [...found, ...material].sort();
}

/**
 * Images of the catalogue that some files name: with any of their tags, or without any. A word that only looks like
 * one makes a proof be repeated once too often, never once too little.
 * @returns references as the catalogue writes them, sorted
 */
export function imagesNamedIn(texts: readonly string[]): string[] {
  const names = [...new Set(CATALOGUE.map(({ name }) => name))].join('|');
  const pattern = new RegExp(`(?<![\\w./-])(${names})(?::([a-z0-9][\\w.-]*))?(?![\\w/])`, 'g');
  const found = new Set<string>();
  for (const text of texts) {
    for (const [ref, name, tag] of text.matchAll(pattern)) {
      // The command is called as the image is: of that word, only with a tag.
      if (name === 'docker' && !tag) continue;
      const entry = findImage(ref.replace(/[.-]+$/, ''));
      if (entry) found.add(entry.ref);
      else for (const { ref: other } of CATALOGUE.filter((one) => one.name === name)) found.add(other);
    }
  }
  return [...found].sort();
}
