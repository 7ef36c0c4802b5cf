/** Puts what the client of Docker prints in one stable order (scripts/images/banco/sandbox-orden). Pure. */
import { type SimpleCommand, scanShell } from '../examples/shell-scan.ts';

/** Words that may stand before the command that really runs. */
const PREFIX = /^(?:[A-Za-z_]\w*=.*|sudo|env|nice|nohup|command|timeout|exec|-\S*|\d[\d.]*[smh]?)$/s;
/** Options without a value, by command; any other takes one. */
const FLAGS = {
  docker: /^(?:-D|--debug|--tls|--tlsverify)$/,
  compose: /^(?:--all-resources|--compatibility|--dry-run|--verbose)$/,
  run: /^(?:-[ditPqT]+|--(?:rm|init|privileged|read-only|detach|tty|interactive|publish-all|no-healthcheck|oom-kill-disable|sig-proxy|quiet|no-TTY|build|no-deps|service-ports|use-aliases|quiet-pull|quiet-build|remove-orphans|attach|no-stdin))$/,
};

/** Whether a text makes `docker` something else than the client. */
export function redefinesDocker(text: string): boolean {
  return /\bdocker\s*\(\s*\)|\bfunction\s+docker\b|\balias\s+(?:\S+\s+)*docker=/.test(text);
}

/**
 * Puts the program that orders before each command that would show both outputs of a container, in the foreground.
 * @param program absolute path of sandbox-orden
 */
export function inStableOrder(text: string, program: string): string {
  if (!/\bdocker\b/.test(text)) return text;
  const places = scanShell(text)
    .commands.map(placeOf)
    .filter((place) => place !== undefined)
    .sort((a, b) => b - a);
  return places.reduce((result, at) => `${result.slice(0, at)}${program} ${result.slice(at)}`, text);
}

/** Where the word `docker` of such a command stands. */
function placeOf({ words, starts, end }: SimpleCommand): number | undefined {
  const at = words.indexOf('docker');
  if (at < 0 || end === '&' || !words.slice(0, at).every((word) => PREFIX.test(word))) return undefined;
  let [name, options, rest] = command(words.slice(at + 1), FLAGS.docker);
  if (name === 'container') [name, options, rest] = command(rest, FLAGS.docker);
  if (name === 'compose') {
    [name, options, rest] = command(rest, FLAGS.compose);
    if (name !== 'run' && name !== 'exec') return undefined;
  }
  if (!name || !['run', 'exec', 'start', 'attach'].includes(name)) return undefined;
  [, options] = command(rest, name === 'start' ? /^-/ : FLAGS.run);
  const has = (letter: string, long: string) =>
    options.some(
      (word) =>
        word === long || word === `${long}=true` || (/^-[a-zA-Z]+$/.test(word) && word.includes(letter)),
    );
  if (name === 'start' ? !has('a', '--attach') : has('d', '--detach') || has('t', '--tty')) return undefined;
  return starts[at];
}

/** Splits words into options, the first word that is none, and what follows it. */
function command(
  words: string[],
  flags: RegExp,
): [name: string | undefined, options: string[], rest: string[]] {
  const options: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (!word.startsWith('-')) return [word, options, words.slice(at + 1)];
    const isFlag = flags.test(word);
    const value = /^--[^=]+=|^-[a-zA-Z][^a-zA-Z]/.test(word);
    if (isFlag || /^--(?:detach|tty|attach)=/.test(word)) options.push(word);
    if (!isFlag && !value) at += 1;
  }
  return [undefined, options, []];
}
