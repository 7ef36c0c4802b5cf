import type { Rule } from './rule.ts';

const AGE = /(?:Less than a|About an?|\d+) (?:second|minute|hour|day|week|month|year)s?(?: ago)?/g;

/** Relative times of docker's tables: «2 seconds ago», «Up About a minute». */
export const ages: Rule = { name: 'edades', apply: (text) => text.replace(AGE, '<EDAD>') };
