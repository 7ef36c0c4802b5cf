import { expect, test } from 'vitest';
import { reasonToProve } from '../../../src/proof/affected.ts';

const example = {
  files: ['examples/redes/dns/sesion.console'],
  folder: 'examples/redes/dns/',
  images: ['nginx:1.30', 'busybox:1.37'],
};

test.for([
  ['its own file', ['examples/redes/dns/compose.yaml'], true],
  ['an image that it uses', ['scripts/images/nginx/Dockerfile'], true],
  ['the harness', ['src/examples/redaction/dates.ts'], true],
  ['the base of all images', ['scripts/images/debian/Dockerfile'], true],
  ['the engine', ['scripts/images/motor/motor/go.mod'], true],
  ['the list of claims', ['tests/claims.test.ts'], true],
  ['what all suites run with', ['package-lock.json'], true],
  ['another example', ['examples/redes/dns-propio/sesion.console'], false],
  ['an image that it does not use', ['scripts/images/redis/Dockerfile'], false],
  ['one whose name only begins the same', ['scripts/images/nginx-otra/Dockerfile'], false],
  ['a page', ['src/content/docs/redes/dns.mdx'], false],
] as const)('a change of %s', ([, changed, affected]) => {
  expect(reasonToProve(example, [...changed]) !== undefined).toBe(affected);
});
