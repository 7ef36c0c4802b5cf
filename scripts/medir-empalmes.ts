/**
 * npm run medir:empalmes [-- commit]: counts the recordings that were put together from several runs. A run gives new
 * identifiers to its containers and networks: where one of them is older, in Git, than another line of the same
 * recording, the two lines are of different runs.
 */
import { execFileSync } from 'node:child_process';
import { readArguments } from './setup/main.ts';

const CREATES = /^\$ .*\bdocker (?:container |network )?(?:run|create)\b/;
const NEW_ID = /^[0-9a-f]{64}$/;
const COMMAND = /^(?:[$#><] |\[\d+\]$)/;

interface Line {
  commit: string;
  /** Seconds since the epoch. */
  time: number;
  text: string;
}

const [revision = 'HEAD'] = readArguments({ options: {}, allowPositionals: true }).positionals;
const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', maxBuffer: 1 << 26 });

const files = git('ls-tree', '-r', '--name-only', revision, 'examples')
  .split('\n')
  .filter((path) => path.endsWith('/sesion.console'));
const spliced = files.filter((path) => isSpliced(blame(path)));
for (const path of spliced) console.log(path);
console.log(
  `${spliced.length} de ${files.length} grabaciones mezclan ejecuciones (${git('rev-parse', '--short', revision).trim()})`,
);

function isSpliced(lines: readonly Line[]): boolean {
  const outputs = lines.filter(({ text }) => text && !COMMAND.test(text));
  const newest = Math.max(...outputs.map(({ time }) => time));
  return lines.some(
    ({ text, time }, at) => NEW_ID.test(text) && CREATES.test(lines[at - 1]?.text ?? '') && time < newest,
  );
}

function blame(path: string): Line[] {
  const lines: Line[] = [];
  let [commit, time] = ['', 0];
  for (const line of git('blame', '--line-porcelain', revision, '--', path).split('\n')) {
    if (/^[0-9a-f]{40} /.test(line)) commit = line.slice(0, 40);
    else if (line.startsWith('committer-time ')) time = Number(line.slice(15));
    else if (line.startsWith('\t')) lines.push({ commit, time, text: line.slice(1) });
  }
  return lines;
}
