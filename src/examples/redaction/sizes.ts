import type { Rule } from './rule.ts';

const VARYING =
  /\b(?:builder prune|system (?:df|prune)|docker stats|image prune|container prune|docker (?:image )?(?:ls|images|history)|docker ps -s)\b/;
const STATS = /\bdocker stats\b/;
const SIZE = /(?<![\w.])\d+(?:\.\d+)?(?:[kMGT]i?)?B\b/g;
const PERCENT = /\b\d+(?:\.\d+)?%/g;
const TABLE_NUMBER = /(?<=\s)\d+(?=\s*$)/gm;
// Nothing is nothing on every machine: a layer that weighs 0 B, a disk from which 0 B can be won.
const NOTHING = /^0(?:\.0+)?(?:B|%)$/;

/** Disk and memory amounts in commands whose figures depend on the machine, not on the example. */
export const sizes: Rule = {
  name: 'tamaños',
  apply(text, { command, typed }) {
    if (!VARYING.test(command)) return text;
    const isStats = STATS.test(command);
    const hide = (name: string) => (amount: string) =>
      typed(amount) || (!isStats && NOTHING.test(amount)) ? amount : name;
    const amounts = text.replace(SIZE, hide('<TAMAÑO>')).replace(PERCENT, hide('<%>'));
    return isStats ? amounts.replace(TABLE_NUMBER, '<N>') : amounts;
  },
};
