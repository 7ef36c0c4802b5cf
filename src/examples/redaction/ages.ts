import type { Rule } from './rule.ts';

const UNIT = '(?:second|minute|hour|day|week|month|year)s?';
const AMOUNT = String.raw`(?:Less than a|[Aa]bout an?|\d+) ${UNIT}`;
const AGO = new RegExp(`${AMOUNT} ago\\b`, 'g');
const UP = new RegExp(`\\b(Up )${AMOUNT}\\b`, 'g');

/** Relative times of docker's tables: «2 seconds ago», «Up About a minute». A program's own «10 seconds» stays. */
export const ages: Rule = {
  name: 'edades',
  apply: (text, { typed }) =>
    text
      .replace(AGO, (age) => (typed(age) ? age : '<EDAD> ago'))
      .replace(UP, (age, up: string) => (typed(age) ? age : `${up}<EDAD>`)),
};
