import type { Rule } from './rule.ts';

const DIGEST = /\b(sha256:)([0-9a-f]{64})\b/g;
const LONG_ID = /\b[0-9a-f]{64}\b/g;
const SHORT_ID = /\b[0-9a-f]{12}\b/g;

/** Containers, images, networks and digests: 64 hexadecimal digits, or their first 12, which name the same thing. */
export const identifiers: Rule = {
  name: 'identificadores',
  apply(text, { identities }) {
    const name = (hex: string) => identities.name('ID', hex.slice(0, 12));
    return text
      .replace(DIGEST, (_, prefix, hex) => prefix + name(hex))
      .replace(LONG_ID, name)
      .replace(SHORT_ID, name);
  },
};
