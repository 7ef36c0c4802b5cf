import { mark } from './identity.ts';
import { pid } from './pid.ts';
import type { Rule } from './rule.ts';

type Cell = (text: string) => string;

const PIDS: Cell = (text) => text.replace(/^\d+$/, pid);
const HIDDEN: Cell = () => '<…>';
const INODE: Cell = (text) => text.replace(/^\d+$/, (inode) => mark('NS', inode));
const KEPT: Cell = (text) => text;

/** What to do with each column; those that are not here say something that does not vary, such as the user. */
const COLUMNS: Record<string, Cell> = {
  ...Object.fromEntries(['PID', 'PPID', 'PGID', 'SID', 'LWP', 'TGID', 'SPID'].map((name) => [name, PIDS])),
  ...Object.fromEntries(
    [
      ...['C', '%CPU', '%MEM', 'STIME', 'START', 'STARTED', 'TIME', 'TIMES', 'ELAPSED', 'VSZ', 'RSS', 'SZ'],
      ...['WCHAN', 'NPROCS', 'NPRO'],
    ].map((name) => [name, HIDDEN]),
  ),
  NS: INODE,
};

const HEADER = /^\s*[A-Z%#][A-Z0-9%]*(?:\s+[A-Z%+#][A-Z0-9%+/]*)+\s*$/;
/** `ps -o pid=,ppid=,args=`: a table without a header, whose columns the command names. */
const HEADLESS = /\bps\b[^|;&\n]*?-\w*o ?"?((?:[a-z]+=,?)+)/;
const ALIASES: Record<string, string> = { pcpu: '%CPU', pmem: '%MEM', etime: 'ELAPSED', nlwp: 'NLWP' };

/** Tables of processes (`ps`, `docker top`, `lsns`, `lsof`): each column by what it holds. */
export const processTables: Rule = {
  name: 'tablas de procesos',
  apply(text, { command }) {
    const fixed = HEADLESS.exec(command)?.[1]
      ?.split(',')
      .filter(Boolean)
      .map((name) => ALIASES[name.replace('=', '')] ?? name.replace('=', '').toUpperCase());
    let columns = fixed;
    return text
      .split('\n')
      .map((line) => {
        if (HEADER.test(line) && /\bPIDs?\b|\bNS\b/.test(line)) {
          columns = line.trim().split(/\s+/);
          return line;
        }
        if (!line.trim()) columns = fixed;
        return columns ? redactRow(line, columns) : line;
      })
      .join('\n');
  },
};

/** The last column takes the rest of the line; a line with fewer words is no row. */
function redactRow(line: string, columns: readonly string[]): string {
  const words = /\S+/g;
  let result = '';
  let from = 0;
  for (const [index, column] of columns.entries()) {
    const word = words.exec(line);
    if (!word) return index === columns.length - 1 && index > 0 ? result + line.slice(from) : line;
    const isLast = index === columns.length - 1;
    const cell = (COLUMNS[column] ?? KEPT)(word[0]);
    result += line.slice(from, word.index) + cell;
    from = word.index + word[0].length;
    if (isLast) result += line.slice(from);
  }
  return result;
}
