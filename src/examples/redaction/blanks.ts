import type { Rule } from './rule.ts';

/** Widths of table columns depend on the longest value; runs of blanks count as one separator. */
export const blanks: Rule = {
  name: 'espacios',
  apply: (text) =>
    text
      .split('\n')
      .map((line) => line.replace(/(\S)[ \t]{2,}/g, '$1  ').trimEnd())
      .join('\n')
      .trimEnd(),
};
