import { mark } from './identity.ts';
import type { Rule } from './rule.ts';

const DIGEST = /\b(sha256:)([0-9a-f]{64})\b/g;
const LONG_ID = /\b[0-9a-f]{64}\b/g;
const SHORT_ID = /\b[0-9a-f]{12}\b/g;
const DECIMAL = /^\d+$/;
const ID_COLUMN = /^(?:CONTAINER|IMAGE|NETWORK) ID\b/m;
// Commands that print nothing but identifiers.
const LISTS_IDS = /\bdocker\b.*(?: -\w*q\w*\b|--quiet\b|\.ID\b|\.Id\b)|\bcut -c ?1?-12\b/;

/** Containers, images, networks and digests: 64 hexadecimal digits, or their first 12, which name the same thing. */
export const identifiers: Rule = {
  name: 'identificadores',
  apply(text, { command, typed }) {
    const name = (hex: string) => (typed(hex) ? hex : mark('ID', hex.slice(0, 12)));
    const longIds = new Set(text.match(LONG_ID)?.map((hex) => hex.slice(0, 12)));
    // Twelve decimal digits are an amount of bytes as well as, rarely, an identifier: the place tells.
    const isId = (hex: string, before: string) =>
      !DECIMAL.test(hex) ||
      longIds.has(hex) ||
      LISTS_IDS.test(command) ||
      (ID_COLUMN.test(text) && /(?:^|\n)$/.test(before));
    return text
      .replace(DIGEST, (_, prefix: string, hex: string) => prefix + name(hex))
      .replace(LONG_ID, name)
      .replace(SHORT_ID, (hex, at: number, whole: string) =>
        isId(hex, whole.slice(Math.max(0, at - 1), at)) ? name(hex) : hex,
      );
  },
};
