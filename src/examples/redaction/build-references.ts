import type { Rule } from './rule.ts';

const REFERENCE = /\bref [0-9a-z-]+::[0-9a-z]+/g;

/** Names that BuildKit draws for the mounts of a build, in its error about a file that is not in the context. */
export const buildReferences: Rule = {
  name: 'referencias de construcción',
  apply: (text) => text.replace(REFERENCE, 'ref <REFERENCIA>'),
};
