import { describe, expect, test } from 'vitest';
import { hubKey, officialName, parseImageRef, tagOf, withTag } from '../../../src/examples/image-ref.ts';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

/** Reference → registry, repository, name, tag, digest, the tag that it asks for, official name, and key in the hub. */
const TABLE: Record<string, (string | undefined)[]> = {
  nginx: [
    'docker.io',
    'library/nginx',
    'nginx',
    undefined,
    undefined,
    'latest',
    'nginx',
    'library/nginx:latest',
  ],
  'nginx:1.30': [
    'docker.io',
    'library/nginx',
    'nginx',
    '1.30',
    undefined,
    '1.30',
    'nginx',
    'library/nginx:1.30',
  ],
  'library/nginx': [
    'docker.io',
    'library/nginx',
    'nginx',
    undefined,
    undefined,
    'latest',
    'nginx',
    'library/nginx:latest',
  ],
  'docker.io/nginx:1': [
    'docker.io',
    'library/nginx',
    'nginx',
    '1',
    undefined,
    '1',
    'nginx',
    'library/nginx:1',
  ],
  'docker.io/library/nginx': [
    'docker.io',
    'library/nginx',
    'nginx',
    undefined,
    undefined,
    'latest',
    'nginx',
    'library/nginx:latest',
  ],
  'index.docker.io/ana/web': [
    'docker.io',
    'ana/web',
    'web',
    undefined,
    undefined,
    'latest',
    undefined,
    'ana/web:latest',
  ],
  'ana/web:2': ['docker.io', 'ana/web', 'web', '2', undefined, '2', undefined, 'ana/web:2'],
  'host:5000/x': ['host:5000', 'x', 'x', undefined, undefined, 'latest', undefined, undefined],
  'host:5000/x:2': ['host:5000', 'x', 'x', '2', undefined, '2', undefined, undefined],
  'localhost/x': ['localhost', 'x', 'x', undefined, undefined, 'latest', undefined, undefined],
  'localhost:5000/a/b/c:v1': ['localhost:5000', 'a/b/c', 'c', 'v1', undefined, 'v1', undefined, undefined],
  'ghcr.io/ana/web': ['ghcr.io', 'ana/web', 'web', undefined, undefined, 'latest', undefined, undefined],
  'quay.io/nginx': ['quay.io', 'nginx', 'nginx', undefined, undefined, 'latest', undefined, undefined],
  [`nginx@${DIGEST}`]: [
    'docker.io',
    'library/nginx',
    'nginx',
    undefined,
    DIGEST,
    undefined,
    'nginx',
    undefined,
  ],
  [`nginx:1.30@${DIGEST}`]: [
    'docker.io',
    'library/nginx',
    'nginx',
    '1.30',
    DIGEST,
    '1.30',
    'nginx',
    'library/nginx:1.30',
  ],
  [`host:5000/x@${DIGEST}`]: ['host:5000', 'x', 'x', undefined, DIGEST, undefined, undefined, undefined],
};

describe('references of images', () => {
  test.for(Object.entries(TABLE))('%s', ([ref, expected]) => {
    const parts = parseImageRef(ref);
    const { registry, repository, name, tag, digest } = parts;
    expect([registry, repository, name, tag, digest, tagOf(parts), officialName(ref), hubKey(ref)]).toEqual(
      expected,
    );
  });
});

test.for([
  ['nginx', 'nginx:latest'],
  ['nginx:1.30', 'nginx:1.30'],
  ['host:5000/x', 'host:5000/x:latest'],
  ['host:5000/x:2', 'host:5000/x:2'],
  [`nginx@${DIGEST}`, `nginx@${DIGEST}`],
])('%s is %s', ([ref, whole]) => {
  expect(withTag(ref as string)).toBe(whole);
});
