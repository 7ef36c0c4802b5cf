import { expect, test } from 'vitest';
import { ROOT } from '../../../src/config/paths.ts';
import { CATALOGUE } from '../../../src/images/catalogue.ts';
import { isInPart, readPart } from '../../../src/proof/parts.ts';
import { claimFiles, exampleFiles, imagesNamedIn } from '../../../src/proof/sources.ts';

test.for([
  ['with its tag', 'docker run nginx:1.30', ['nginx:1.30']],
  ['with another of its tags', 'docker run nginx:latest', ['nginx:1.30']],
  ['without any', 'docker pull busybox', ['busybox:1.37']],
  ['at the end of a sentence', 'usa redis:8.', ['redis:8']],
  ['in a Dockerfile', 'FROM --platform=$X python:3.13-slim-trixie AS a', ['python:3.13-slim-trixie']],
  ['the command, which is called as an image', 'docker ps', []],
  ['of a longer word', 'nginxera mi-nginx /etc/nginx/nginx.conf', []],
] as const)('images that a text names: %s', ([, text, expected]) => {
  expect(imagesNamedIn([text])).toEqual([...expected]);
});

test('of a tag that nobody has, all of its name: the answer may depend on any', () => {
  const postgres = CATALOGUE.filter(({ name }) => name === 'postgres').map(({ ref }) => ref);
  expect(imagesNamedIn(['docker pull postgres:99'])).toEqual(postgres.sort());
});

test('a claim is made of its page, of its neighbours and of what it reads', () => {
  const files = claimFiles(ROOT, 'tests/claims/fundamentos/overlay-en-docker.ts');
  expect(files).toContain('tests/claims/fundamentos/overlay-en-docker.ts');
  expect(files).toContain('tests/support/layers.ts');
  expect(files).toContain('tests/claims/fixtures/xfs.tar.xz');
  expect(files).not.toContain('tests/claims/redes/expose.ts');
  expect(exampleFiles(ROOT, 'redes/dos-redes')).toContain('examples/redes/dos-redes/sesion.console');
});

test('parts leave nothing out, share nothing, and are of about the same size', () => {
  const ids = Array.from({ length: 600 }, (_, index) => `ejemplo ${index}`);
  const parts = [1, 2, 3, 4, 5, 6].map((number) => ids.filter((id) => isInPart(id, { number, of: 6 })));
  expect(parts.flat().sort()).toEqual([...ids].sort());
  for (const part of parts) expect(Math.abs(part.length - 100)).toBeLessThan(30);
  expect(ids.filter((id) => isInPart(id, undefined))).toEqual(ids);
});

test.for(['0/6', '7/6', '2', '2/', 'x/y', '1/0'])('«%s» is no part', (text) => {
  expect(() => readPart(text)).toThrow('no dice ninguna parte');
});

test('2/6 is the second of six', () => {
  expect([readPart('2/6'), readPart(undefined)]).toEqual([{ number: 2, of: 6 }, undefined]);
});
