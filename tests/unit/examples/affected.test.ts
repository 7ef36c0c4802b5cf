import { expect, test } from 'vitest';
import { reasonToProve } from '../../../src/proof/affected.ts';

const example = { sources: ['examples/redes/dns'], images: ['nginx:1.30', 'busybox:1.37'] };

test.for([
  ['its own file', ['examples/redes/dns/compose.yaml'], true],
  ['an image that it uses', ['scripts/images/nginx/Dockerfile'], true],
  ['the harness', ['src/examples/redaction/dates.ts'], true],
  ['the base of all images', ['scripts/images/debian/Dockerfile'], true],
  ['another example', ['examples/redes/dns-propio/sesion.console'], false],
  ['an image that it does not use', ['scripts/images/redis/Dockerfile'], false],
  ['a page', ['src/content/docs/redes/dns.mdx'], false],
] as const)('a change of %s', ([, changed, affected]) => {
  expect(reasonToProve(example, [...changed]) !== undefined).toBe(affected);
});
