import type { Rule } from './rule.ts';

const VARYING =
  /\b(?:builder prune|system (?:df|prune)|docker stats|image prune|container prune|docker top|docker (?:image )?(?:ls|images|history)|docker ps -s)\b/;
const SIZE = /\b\d+(?:\.\d+)?(?:[kMGT]i?)?B\b/g;
const PERCENT = /\b\d+(?:\.\d+)?%/g;
const TABLE_NUMBER = /(?<=\s)\d+(?=\s*$)/gm;

/** Disk and memory amounts in commands whose figures depend on the machine, not on the example. */
export const sizes: Rule = {
  name: 'tamaños',
  apply(text, { command }) {
    if (!VARYING.test(command)) return text;
    const amounts = text.replace(SIZE, '<TAMAÑO>').replace(PERCENT, '<%>');
    return /docker stats/.test(command) ? amounts.replace(TABLE_NUMBER, '<N>') : amounts;
  },
};
