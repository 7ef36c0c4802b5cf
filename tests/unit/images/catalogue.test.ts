/** The catalogue and the examples must agree. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../../src/config/paths.ts';
import { CATALOGUE, findImage, readPins } from '../../../src/images/catalogue.ts';
import { checkTag, readMadison, upstreamVersion } from '../../../src/images/versions.ts';
import { imagesNamedIn } from '../../../src/proof/sources.ts';
import { baseImages } from '../../../src/run/pulled-images.ts';

/** Tags that examples ask for in order to see them fail. */
const MISSING_ON_PURPOSE = /:(no-?existe|noexiste)/;

/** Made for topics that are not written yet. */
const RESERVED = ['mariadb:11.8'];

/** Node's own modules are called like images of Node. */
const NODE_MODULE = /['"]node:[a-z_/]+['"]/g;

/** References with a tag to images of the catalogue, and every base of a Dockerfile. */
function references(path: string, text: string): string[] {
  const names = [...new Set(CATALOGUE.map(({ name }) => name))].join('|');
  const tagged = [
    ...text.matchAll(new RegExp(`(?<![\\w./-])(?:${names}):[a-z0-9][\\w.-]*[a-z0-9]`, 'g')),
  ].map(String);
  return /Dockerfile/.test(path)
    ? [...tagged, ...baseImages(text).filter((ref) => ref.includes(':'))]
    : tagged;
}

/** Every text of an example or a claim, by its path: of a session, only what is typed. */
function usedTexts(): Map<string, string> {
  const texts = new Map<string, string>();
  for (const folder of ['examples', 'tests/claims']) {
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || /^procedencia\b.*\.json$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      const lines = readFileSync(path, 'utf8').split('\n');
      // Of a session, only what is typed: an output may well contain `nginx:1` in some other sense.
      const text = /^sesion\b.*\.console$/.test(entry.name)
        ? lines.filter((line) => /^[$>] /.test(line))
        : lines;
      texts.set(path, text.join('\n').replaceAll(NODE_MODULE, ''));
    }
  }
  return texts;
}

const used = usedTexts();

test('toda imagen que usa un ejemplo está en el catálogo', () => {
  const unknown = [...used].flatMap(([path, text]) =>
    references(path, text)
      .filter((ref) => !findImage(ref) && !MISSING_ON_PURPOSE.test(ref))
      .map((ref) => `${path}: ${ref}`),
  );
  expect(unknown).toEqual([]);
});

test('toda imagen del catálogo la usa alguien', () => {
  // By any of their tags, or without one.
  const named = imagesNamedIn([...used.values()]);
  const unused = CATALOGUE.map(({ ref }) => ref).filter((ref) => !named.includes(ref));
  expect(unused).toEqual(RESERVED);
});

test('el comprobador encuentra una etiqueta que falta', () => {
  expect(references('compose.yaml', 'image: nginx:1.99').filter((ref) => !findImage(ref))).toEqual([
    'nginx:1.99',
  ]);
  expect(references('Dockerfile', 'FROM alpine:3.22').filter((ref) => !findImage(ref))).toEqual([
    'alpine:3.22',
  ]);
});

test('las etiquetas se leen de las líneas FROM', () => {
  expect(readPins('# FROM nada:1\nFROM nginx:1.30\nFROM redis:8 AS x\n')).toEqual(['nginx:1.30', 'redis:8']);
  expect(findImage('busybox')?.ref).toBe('busybox:1.37');
});

test('las versiones se preguntan, y una etiqueta que ya no cumple falla', () => {
  const table =
    'nginx | 1.30.6-1 | http://x forky/main amd64 Packages\nnginx | 1.26.3-3 | http://x trixie/main amd64 Packages';
  expect(readMadison(table, [{ from: 'apt', package: 'nginx', suite: 'trixie' }])).toEqual({
    'apt:trixie:nginx': '1.26.3-3',
  });
  expect(['1:11.8.6-0+deb13u1', '28.5.2+dfsg4-1', '1:1.37.0-6+b9', '24.21.0'].map(upstreamVersion)).toEqual([
    '11.8.6',
    '28.5.2',
    '1.37.0',
    '24.21.0',
  ]);
  const nginx = CATALOGUE.find(({ ref }) => ref === 'nginx:1.30');
  if (!nginx) throw new Error('Falta nginx:1.30.');
  expect(() => checkTag(nginx, '1.30.6-1')).not.toThrow();
  expect(() => checkTag(nginx, '1.31.0-1')).toThrow('nginx:1.31');
});
