/** Finds the options in the words of a command, those of the commands that it runs included. */
import { COMPOSE_GLOBAL, dockerProgram, GLOBAL, isFormat, isGroup } from './docker-options.ts';
import { PROGRAMS, type Program, VIEWERS } from './programs.ts';
import { readShell, type Word } from './shell-words.ts';

export interface Option {
  /** With its subcommand: `docker run`. */
  program: string;
  /** With its dashes; a letter of a cluster is named on its own. */
  name: string;
  /** What to cut to drop it: words, or one letter of a cluster. */
  from: number;
  to: number;
  /** A letter of a cluster: the blanks before it stay. */
  letter: boolean;
  value?: { from: number; to: number; text: string };
}

const SHELLS = new Set(['sh', 'bash', 'su']);
/** Options after which a program does something else altogether. */
const TRIVIAL = /^--(?:version|help)$/;

type Reading = Program & { takesValue?(long: string): boolean };

/** Options of a simple command, in the order in which they stand. `text` is what the words are of. */
export function optionsOf(text: string, words: Word[]): Option[] {
  const name = nameOf(words[0]);
  if (VIEWERS.has(name)) return [];
  if (name === 'docker') return dockerOptions(text, words);
  if (name === 'ip' && words[1]?.value === 'netns' && words[2]?.value === 'exec')
    return optionsOf(text, words.slice(4));
  const program = PROGRAMS[name];
  if (program) return readOptions(text, words, 1, name, program, (rest) => optionsOf(text, rest));
  // A function or an alias of the session that runs what follows.
  const next = nameOf(words[1]);
  if (next === 'docker' || VIEWERS.has(next) || next in PROGRAMS) return optionsOf(text, words.slice(1));
  return readOptions(text, words, 1, name, { short: '', wholeWords: true }, () => []);
}

/** Without its folder, or its tag when it is an image that has the name of its program. */
function nameOf(word: Word | undefined): string {
  return word?.value.split('/').at(-1)?.split(':')[0] ?? '';
}

function dockerOptions(text: string, words: Word[]): Option[] {
  const sub = (rest: Word[], group?: string): Option[] => {
    const name = rest[0]?.value ?? '';
    if (group === undefined && isGroup(name)) {
      return name === 'compose'
        ? readOptions(text, rest, 1, 'docker compose', COMPOSE_GLOBAL, (more) => sub(more, 'compose'))
        : sub(rest.slice(1), name);
    }
    const program = ['docker', group, name].filter(Boolean).join(' ');
    return readOptions(text, rest, 1, program, dockerProgram(group, name), (more) => optionsOf(text, more));
  };
  return readOptions(text, words, 1, 'docker', GLOBAL, (rest) => sub(rest));
}

function readOptions(
  text: string,
  words: Word[],
  start: number,
  program: string,
  reading: Reading,
  run: (rest: Word[]) => Option[],
): Option[] {
  const options: Option[] = [];
  let positionals = 0;
  for (let index = start; index < words.length; index++) {
    const word = words[index] as Word;
    // What follows an image is of its program.
    if (reading.runsAfter === 1 && positionals === 1 && /^-/.test(word.value))
      return [...options, ...run(words.slice(index - 1))];
    if (word.quoted || !/^-./.test(word.value) || word.value === '--') {
      if (word.value === '--') continue;
      if (reading.runsAfter !== undefined && positionals >= reading.runsAfter)
        return [...options, ...run(words.slice(index))];
      positionals += 1;
      continue;
    }
    const found = readOption(text, word, words[index + 1], program, reading);
    if (found.script && SHELLS.has(program)) options.push(...scriptOptions(text, found.script));
    options.push(...found.options);
    if (found.tookNext) index += 1;
  }
  return options;
}

interface Found {
  options: Option[];
  tookNext: boolean;
  script?: Word;
}

function readOption(
  text: string,
  word: Word,
  next: Word | undefined,
  program: string,
  reading: Reading,
): Found {
  const raw = text.slice(word.from, word.to);
  const whole = word.value.startsWith('--') || reading.wholeWords;
  if (!whole) return readCluster(text, word, next, program, reading);
  const equals = raw.indexOf('=');
  const name = equals < 0 ? word.value : raw.slice(0, equals);
  const takes = reading.takesValue?.(name) ?? reading.long?.includes(name) ?? false;
  const option: Option = { program, name, from: word.from, to: word.to, letter: false };
  if (equals >= 0) option.value = valueAt(text, word.from + equals + 1, word.to);
  else if (takes && next) {
    option.value = valueAt(text, next.from, next.to);
    option.to = next.to;
  }
  return { options: kept(option), tookNext: equals < 0 && takes && next !== undefined };
}

/** `-it`, `-sI`, `-p8080:80`, `-qO-`: letters, the last of which may take a value. */
function readCluster(
  text: string,
  word: Word,
  next: Word | undefined,
  program: string,
  reading: Reading,
): Found {
  const options: Option[] = [];
  // `-1` of head, `-9` of kill: one option.
  if (/^-\d/.test(word.value))
    return {
      options: [{ program, name: word.value, from: word.from, to: word.to, letter: false }],
      tookNext: false,
    };
  const alone = word.value.length === 2;
  for (let at = word.from + 1; at < word.to; at++) {
    const letter = text[at] as string;
    const takes = reading.short.includes(letter);
    const attached = takes && at + 1 < word.to;
    const first = at === word.from + 1;
    if (reading.carries?.includes(letter))
      return { options, tookNext: true, ...(next ? { script: next } : {}) };
    const option: Option = {
      program,
      name: `-${letter}`,
      // Without the first letter there may be nothing left but the dash.
      from: first && (alone || attached) ? word.from : at,
      to: attached ? word.to : takes && next ? next.to : at + 1,
      letter: !(first && (alone || attached)),
    };
    if (attached) option.value = valueAt(text, at + 1, word.to);
    else if (takes && next) option.value = valueAt(text, next.from, next.to);
    options.push(...kept(option));
    if (takes) return { options, tookNext: !attached && next !== undefined };
  }
  return { options, tookNext: false };
}

function kept(option: Option): Option[] {
  return TRIVIAL.test(option.name) || isFormat(option.name, option.value?.text) ? [] : [option];
}

function valueAt(text: string, from: number, to: number): NonNullable<Option['value']> {
  return { from, to, text: text.slice(from, to) };
}

/** Options inside a script that is written as one quoted word. */
function scriptOptions(text: string, word: Word): Option[] {
  if (!word.quoted) return [];
  return readShell(text, word.from + 1, word.to - 1).commands.flatMap((words) => optionsOf(text, words));
}
