import type { Rule } from './rule.ts';

const DIGEST = /\b(sha256:)([0-9a-f]{64})\b/g;
const LONG_ID = /\b[0-9a-f]{64}\b/g;
const SHORT_ID = /\b[0-9a-f]{12}\b/g;

/** Containers, images, networks and digests: 64 hexadecimal digits, or their first 12. */
export const identifiers: Rule = {
  name: 'identificadores',
  apply: (text, { identities }) =>
    text
      .replace(DIGEST, (_, prefix, hex) => prefix + identities.name('ID', hex))
      .replace(LONG_ID, (hex) => identities.name('ID', hex))
      .replace(SHORT_ID, (hex) => identities.name('ID', hex)),
};
