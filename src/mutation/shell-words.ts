/** Reads shell text into simple commands whose words keep their place, as far as mutating options needs it. */

export interface Word {
  from: number;
  to: number;
  /** Without its quotes. */
  value: string;
  /** Written as one quoted string. */
  quoted: boolean;
}

export interface Heredoc {
  /** The text between the delimiters, with its last line feed. */
  from: number;
  to: number;
  /** Words of the command that reads it. */
  words: Word[];
  /** File into which that command writes, if any. */
  target?: string;
}

export interface ShellText {
  commands: Word[][];
  heredocs: Heredoc[];
  /** Places of the `&&` that are not inside anything. */
  ands: number[];
}

const REDIRECTION = /(?:\d*(?:>>|>\||>&|<>|<&|>|<<<|<)|&>>?)/y;
const HEREDOC = /\d*<<(-?)[ \t]*(?:'([^'\n]+)'|"([^"\n]+)"|\\?([^\s'"<>|;&()]+))/y;
const LEADING = /^(?:if|then|elif|else|while|until|do|time|!|\{|\})$/;
const ASSIGNMENT = /^[A-Za-z_]\w*\+?=/;

/** Reads the text from `from` to `to`. Never throws: what is not understood is left out. */
export function readShell(text: string, from = 0, to = text.length): ShellText {
  const result: ShellText = { commands: [], heredocs: [], ands: [] };
  new Reader(text, to, result).list(from, false);
  result.commands = result.commands.sort((a, b) => (a[0]?.from ?? 0) - (b[0]?.from ?? 0));
  return result;
}

interface Pending {
  delimiter: string;
  dash: boolean;
  heredoc: Heredoc;
}

class Reader {
  readonly #text: string;
  readonly #end: number;
  readonly #result: ShellText;

  constructor(text: string, end: number, result: ShellText) {
    this.#text = text;
    this.#end = end;
    this.#result = result;
  }

  /** Reads commands up to the end, or to the parenthesis that closes the substitution; answers where that is. */
  list(from: number, nested: boolean): number {
    const text = this.#text;
    let at = from;
    let depth = 0;
    let words: Word[] = [];
    let heredocs: Heredoc[] = [];
    let target: string | undefined;
    const pending: Pending[] = [];
    const finish = () => {
      for (const heredoc of heredocs) {
        heredoc.words = words;
        if (target !== undefined) heredoc.target = target;
      }
      this.#add(words);
      words = [];
      heredocs = [];
      target = undefined;
    };
    while (at < this.#end) {
      const char = text[at] as string;
      if (text.startsWith('\\\n', at)) at += 2;
      else if (char === ' ' || char === '\t') at += 1;
      else if (char === '\n') {
        finish();
        at = this.#bodies(at + 1, pending);
      } else if (char === '#') {
        while (at < this.#end && text[at] !== '\n') at += 1;
      } else if (char === ')' && nested && depth === 0) {
        finish();
        return at;
      } else {
        HEREDOC.lastIndex = at;
        REDIRECTION.lastIndex = at;
        const opening = /^\d*<<</.test(text.slice(at, at + 6)) ? null : HEREDOC.exec(text);
        if (opening) {
          const heredoc: Heredoc = { from: 0, to: 0, words: [] };
          heredocs.push(heredoc);
          const delimiter = (opening[2] ?? opening[3] ?? opening[4]) as string;
          pending.push({ delimiter, dash: opening[1] === '-', heredoc });
          at += opening[0].length;
        } else if (!/^[<>]\(/.test(text.slice(at, at + 2)) && REDIRECTION.test(text)) {
          const writes = />/.test(text.slice(at, REDIRECTION.lastIndex));
          at = REDIRECTION.lastIndex;
          while (text[at] === ' ') at += 1;
          const word = this.#word(at);
          if (writes && !/^&?\d?$/.test(word.value)) target = word.value;
          at = Math.max(word.to, at);
        } else if (/[;&|()]/.test(char)) {
          finish();
          if (text.startsWith('&&', at) && depth === 0 && !nested) this.#result.ands.push(at);
          if (char === '(') depth += 1;
          if (char === ')') depth -= 1;
          at += text.startsWith('&&', at) || text.startsWith('||', at) ? 2 : 1;
        } else {
          const word = this.#word(at);
          words.push(word);
          at = word.to > at ? word.to : at + 1;
        }
      }
    }
    finish();
    return this.#end;
  }

  #add(words: Word[]): void {
    let first = 0;
    while (
      words[first] &&
      (LEADING.test(words[first]?.value ?? '') || ASSIGNMENT.test(words[first]?.value ?? ''))
    )
      first += 1;
    const rest = words.slice(first);
    if (rest.length > 0 && !/^(?:for|case|select|function)$/.test(rest[0]?.value ?? ''))
      this.#result.commands.push(rest);
  }

  /** Skips the bodies of the here-documents that were opened on the line before. */
  #bodies(from: number, pending: Pending[]): number {
    let at = from;
    for (const { delimiter, dash, heredoc } of pending.splice(0)) {
      heredoc.from = at;
      for (;;) {
        const newline = this.#text.indexOf('\n', at);
        const stop = newline < 0 || newline > this.#end ? this.#end : newline;
        const line = this.#text.slice(at, stop);
        if (at >= this.#end || (dash ? line.replace(/^\t+/, '') : line) === delimiter) {
          heredoc.to = at;
          at = Math.min(stop + 1, this.#end);
          break;
        }
        at = Math.min(stop + 1, this.#end);
      }
      this.#result.heredocs.push(heredoc);
    }
    return at;
  }

  #word(from: number): Word {
    const text = this.#text;
    let at = from;
    let value = '';
    while (at < this.#end) {
      const char = text[at] as string;
      if (char === "'") {
        const close = this.#find("'", at + 1);
        value += text.slice(at + 1, close);
        at = close + 1;
      } else if (char === '"') {
        const close = this.#doubleQuoted(at + 1);
        value += text.slice(at + 1, close).replace(/\\(["\\$`])/g, '$1');
        at = close + 1;
      } else if (/^(?:\$\(|[<>]\()/.test(text.slice(at, at + 2))) {
        const close = this.#substitution(at);
        value += text.slice(at, close);
        at = close;
      } else if (char === '`' || text.startsWith('${', at)) {
        const close = this.#find(char === '`' ? '`' : '}', at + 1) + 1;
        value += text.slice(at, close);
        at = close;
      } else if (text.startsWith('\\\n', at) || /[\s;&|()<>]/.test(char)) break;
      else if (char === '\\') {
        value += text[at + 1] ?? '';
        at += 2;
      } else {
        value += char;
        at += 1;
      }
    }
    const to = Math.min(at, this.#end);
    const raw = text.slice(from, to);
    const quoted = raw.length > 1 && /^(?:'[^']*'|"(?:[^"\\]|\\[\s\S])*")$/.test(raw);
    return { from, to, value, quoted };
  }

  /** End (after the parenthesis) of a substitution that starts at `from`; its commands are read too. */
  #substitution(from: number): number {
    if (this.#text.startsWith('$((', from)) {
      const close = this.#text.indexOf('))', from);
      return close < 0 ? this.#end : close + 2;
    }
    return Math.min(this.list(from + 2, true) + 1, this.#end);
  }

  #doubleQuoted(from: number): number {
    let at = from;
    while (at < this.#end && this.#text[at] !== '"') {
      if (this.#text[at] === '\\') at += 2;
      else if (this.#text.startsWith('$(', at)) at = this.#substitution(at);
      else at += 1;
    }
    return Math.min(at, this.#end);
  }

  #find(mark: string, from: number): number {
    const at = this.#text.indexOf(mark, from);
    return at < 0 || at > this.#end ? this.#end : at;
  }
}
