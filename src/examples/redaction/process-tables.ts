import type { Rule } from './rule.ts';

const TABLE_COMMAND = /\b(?:docker (?:compose |container )?top|ps(?: -?[a-z]+)*)\b/;
const HEADER = /(?:^|\s)(?:UID|PID|USER)\s/m;
// What `ps` and `docker top` print first, whatever ran them.
const TABLE = /^\s*(?:PID\s+USER\s+(?:TIME\s+)?COMMAND|UID\s+PID\s+PPID)\b/m;
const CLOCK = /\b\d\d:\d\d(?::\d\d)?\b/g;
const NUMBER = /(?<=\s|^)\d+(?=\s)/gm;

/** Tables of processes: every number and clock varies, what stays are users and commands. */
export const processTables: Rule = {
  name: 'tablas de procesos',
  apply: (text, { command }) =>
    (TABLE_COMMAND.test(command) && HEADER.test(text)) || TABLE.test(text)
      ? text.replace(CLOCK, '<HORA>').replace(NUMBER, '<N>')
      : text,
};
