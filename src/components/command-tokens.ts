/** What each piece of a command is, to tell at a glance the program, its options and its texts. Pure; it colours, nothing depends on it. */

/** Program, option, text between quotes, what joins commands, and the rest. */
export type TokenKind = 'program' | 'option' | 'text' | 'joint' | 'plain';

export interface Token {
  kind: TokenKind;
  text: string;
}

/** Where a reader of the shell is. */
interface State {
  /** The next word names a program. */
  expectsProgram: boolean;
  /** Nothing of a word has been read. */
  isStart: boolean;
  /** Word that ends the here-document that begins in the next line. */
  ends?: string;
}

interface Rule {
  pattern: RegExp;
  when?: (state: State) => boolean;
  /** What was read is; notes what it changes. */
  read: (match: RegExpExecArray, state: State) => TokenKind;
}

/** Words of the shell before a command, and those before anything else. */
const LEADING = /^(?:do|then|else|elif|if|while|until|!|time|\{)$/;
const TRAILING = /^(?:for|case|in|done|fi|esac|\})$/;

/** The first that can read what comes next does. */
const RULES: Rule[] = [
  { pattern: /\n/y, read: (_, state) => moved(state, 'plain', true, true) },
  { pattern: /[^\S\n]+/y, read: (_, state) => moved(state, 'plain', state.expectsProgram, true) },
  { pattern: /'[^']*'|"(?:\\[\s\S]|[^"\\])*"/y, read: (_, state) => moved(state, 'text', false, false) },
  {
    pattern: /<<-?\s*(["']?)(\w+)\1/y,
    read: (match, state) => {
      state.ends = match[2] as string;
      return 'joint';
    },
  },
  {
    pattern: /--?[A-Za-z0-9][\w.-]*=?/y,
    when: ({ isStart, expectsProgram }) => isStart && !expectsProgram,
    read: (_, state) => moved(state, 'option', false, false),
  },
  { pattern: /\d?(?:>>?|<)(?:&\d?)?/y, when: ({ isStart }) => isStart, read: () => 'joint' },
  { pattern: /&&|\|\||\$\(|[|;&()]/y, read: ([text], state) => moved(state, 'joint', text !== ')', true) },
  { pattern: /(?:\\[\s\S]|\$(?!\()|[^\s'"|;&<>()$\\])+/y, read: readWord },
  { pattern: /[\s\S]/y, read: (_, state) => moved(state, 'plain', state.expectsProgram, false) },
];

function moved(state: State, kind: TokenKind, expectsProgram: boolean, isStart: boolean): TokenKind {
  Object.assign(state, { expectsProgram, isStart });
  return kind;
}

function readWord([word]: RegExpExecArray, state: State): TokenKind {
  // A backslash joins the next line to the same command.
  const isStart = word.endsWith('\\\n');
  if (!state.expectsProgram || !state.isStart) return moved(state, 'plain', state.expectsProgram, isStart);
  if (LEADING.test(word)) return moved(state, 'joint', true, isStart);
  if (TRAILING.test(word)) return moved(state, 'joint', false, isStart);
  // After `A=1` the program is still to come.
  const isVariable = word.includes('=');
  return moved(state, isVariable ? 'plain' : 'program', isVariable, isStart);
}

/** The pieces of a command as typed, line by line; joined, they are the command. */
export function commandTokens(command: string): Token[][] {
  const lines: Token[][] = [[]];
  const state: State = { expectsProgram: true, isStart: true };
  for (let at = 0; at < command.length; ) {
    const { kind, text } = nextToken(command, at, state);
    add(lines, kind, text);
    at += text.length;
    if (text !== '\n' || state.ends === undefined) continue;
    const body = bodyOf(command.slice(at), state.ends);
    add(lines, 'plain', body);
    at += body.length;
    delete state.ends;
  }
  return lines;
}

function nextToken(command: string, at: number, state: State): Token {
  for (const { pattern, when, read } of RULES) {
    if (when && !when(state)) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(command);
    if (match) return { text: match[0], kind: read(match, state) };
  }
  return { text: command.slice(at), kind: 'plain' };
}

/** What follows another piece of its kind joins it: but for options, each of which is one. */
function add(lines: Token[][], kind: TokenKind, text: string): void {
  for (const [index, part] of text.split('\n').entries()) {
    if (index > 0) lines.push([]);
    const line = lines.at(-1) as Token[];
    const last = line.at(-1);
    if (last?.kind === kind && kind !== 'option') last.text += part;
    else if (part) line.push({ kind, text: part });
  }
}

/** The lines of a here-document up to the one that ends it. */
function bodyOf(rest: string, word: string): string {
  const end = new RegExp(`^\\t*${word}$`, 'm').exec(rest);
  return end ? rest.slice(0, end.index + end[0].length) : rest;
}
