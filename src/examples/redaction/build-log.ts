import type { Rule } from './rule.ts';

const VERTEX = /^#\d+ /;
const BOOKKEEPING =
  /^#\d+ (?:DONE|transferring|writing image|exporting|resolve |sha256:|extracting|naming to|unpacking|preparing|importing)/;
const BUILD = /\b(?:docker (?:buildx )?(?:image )?build|docker compose (?:build|up))\b/;

/**
 * Plain progress of BuildKit: vertices run in parallel, so their numbers and interleaving change.
 * What is compared is the set of lines without numbers and bookkeeping.
 */
export const buildLog: Rule = {
  name: 'registro de construcción',
  apply(text, { command }) {
    const lines = text.split('\n');
    if (!BUILD.test(command) || !lines.some((line) => VERTEX.test(line))) return text;
    const plain = lines
      .filter((line) => line && !BOOKKEEPING.test(line))
      .map((line) => line.replace(VERTEX, '').replace(/^\d+\.\d+ /, ''));
    return [...new Set(plain)].sort().join('\n');
  },
};
