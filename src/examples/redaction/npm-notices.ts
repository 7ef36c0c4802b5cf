import type { Rule } from './rule.ts';

const NOTICE = /^npm notice\b.*\n?/gm;

/** npm tells, once it can ask and not every day, that there is a newer npm: nothing of what it was asked for. */
export const npmNotices: Rule = {
  name: 'avisos de npm',
  apply: (text) => text.replace(NOTICE, ''),
};
