import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Rooms that speak with a Docker engine. */
const DOCKER_ROOMS = ['engine', 'images', 'bench', 'run', 'classroom'];

/** Lines of a folder's code that import from `forbidden`. */
function importsOf(folder: string, forbidden: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|mjs|astro)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => /\bfrom\s+['"]|\bimport\(/.test(line) && forbidden.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
}

test('the site and the reading of examples know nothing of Docker', () => {
  const pure = [
    ...['config', 'examples', 'own-engine', 'guide', 'results', 'mutation'],
    ...['diagrams-tooling', 'components', 'content', 'plugins', 'pages'],
  ];
  const docker = new RegExp(`/(?:${DOCKER_ROOMS.join('|')})/[^/]*\\.ts|dockerode|testcontainers`);
  expect(pure.flatMap((room) => importsOf(`src/${room}`, docker))).toEqual([]);
});

test('the hub runs alone in its image: it imports nothing of the other rooms', () => {
  expect(importsOf('src/hub', /['"]\.\.\//)).toEqual([]);
});

test('the search finds what it must forbid', () => {
  expect(importsOf('src/bench', /['"]\.\.\/engine\//)).not.toEqual([]);
  expect(importsOf('src/engine', /testcontainers/)).not.toEqual([]);
});

test('only the door to Testcontainers imports it as a value', () => {
  const imports = DOCKER_ROOMS.flatMap((room) => importsOf(`src/${room}`, /['"]testcontainers['"]/)).filter(
    (line) => !line.includes('import type'),
  );
  expect(imports.every((line) => line.startsWith('src/engine/api.ts'))).toBe(true);
});
