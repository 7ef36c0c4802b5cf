/** Reads a shell command as bash does, as far as needed to know its here-documents and where its commands begin. */

export interface HereDocument {
  /** Delimiter after quote removal: the line that ends the body. */
  delimiter: string;
  closed: boolean;
}

/** One simple command: its words as written, and where in the text each of them stands. */
export interface SimpleCommand {
  words: string[];
  starts: number[];
  /** What ends it: `;`, `&`, `|`, `&&`, `||`, `)`, a line feed, or nothing. */
  end: string;
}

export interface Scan {
  heredocs: HereDocument[];
  commands: SimpleCommand[];
}

/** Characters that end a word of the shell when not quoted. */
const META = /[ \t\n;&|<>()]/;
/** Words after which another command begins. */
const OPENERS = new Set(['if', 'then', 'elif', 'else', 'while', 'until', 'do', '{', '!', 'time']);

/** @param text a command of a session, with its lines joined by line feeds */
export function scanShell(text: string): Scan {
  return new Scanner(text).run();
}

class Scanner {
  readonly #text: string;
  readonly #result: Scan = { heredocs: [], commands: [] };
  #at = 0;
  /** Here-documents whose bodies begin at the next line feed. */
  #pending: { delimiter: string; tabs: boolean }[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  run(): Scan {
    while (this.#at < this.#text.length) {
      this.#commands('');
      // A stray `)` or backtick: bash will complain; we go on.
      this.#at += 1;
    }
    for (const { delimiter } of this.#pending) this.#result.heredocs.push({ delimiter, closed: false });
    return this.#result;
  }

  #is(token: string): boolean {
    return this.#text.startsWith(token, this.#at);
  }

  /** Reads commands up to `close` (`)`, a backtick) outside of quotes, or to the end of the text. */
  #commands(close: string): void {
    let command: SimpleCommand | undefined;
    let cases = 0;
    let nested = 0;
    const finish = (end: string) => {
      if (command) this.#result.commands.push({ ...command, end });
      command = undefined;
    };
    while (this.#at < this.#text.length) {
      const char = this.#text[this.#at] as string;
      if (char === close && (char === '`' || (nested === 0 && cases === 0))) break;
      if (this.#is('\\\n')) this.#at += 2;
      else if (char === '\n') {
        finish('\n');
        this.#at += 1;
        this.#bodies();
      } else if (char === ' ' || char === '\t') this.#at += 1;
      else if (char === '#') this.#skipTo('\n');
      else if (this.#is('<<') && !this.#is('<<<')) this.#heredoc();
      else if (this.#is('((') && (!command || command.words[0] === 'for') && this.#arithmetic('(('))
        finish(';');
      else if (this.#is('<(') || this.#is('>(')) this.#substitution(2);
      else if (char === '(') {
        // A subshell, or the list of an array: in both, words follow.
        nested += 1;
        finish('(');
        this.#at += 1;
      } else if (char === ')') {
        if (nested > 0) nested -= 1;
        else if (cases === 0 && !close) break;
        finish(')');
        this.#at += 1;
      } else if (/[;&|]/.test(char)) {
        const end = /^(?:\|&|&&|\|\||;;&?|;&|.)/.exec(this.#text.slice(this.#at))?.[0] as string;
        // `2>&1`, `&>`: not the end of anything.
        if (
          char === '&' &&
          (this.#text[this.#at - 1] === '>' || this.#text[this.#at - 1] === '<' || this.#is('&>'))
        ) {
          this.#at += 1;
          continue;
        }
        finish(end);
        this.#at += end.length;
      } else if (/[<>]/.test(char)) this.#at += this.#is('<<<') ? 3 : 1;
      else {
        const start = this.#at;
        const word = this.#word(!command);
        // Whatever it is, it is not read twice.
        if (word === '') this.#at += 1;
        if (!command && word === '[[') this.#conditional();
        else if (!command && word === 'case') cases += 1;
        else if (!command && word === 'esac') cases = Math.max(0, cases - 1);
        else if (!command && OPENERS.has(word)) continue;
        else if (command) {
          command.words.push(word);
          command.starts.push(start);
        } else command = { words: [word], starts: [start], end: '' };
      }
    }
    finish(this.#text[this.#at] ?? '');
  }

  /** Reads a word, with its quotes; at the beginning of a command it may be an assignment to an element of an array. */
  #word(first: boolean): string {
    const from = this.#at;
    while (this.#at < this.#text.length) {
      const char = this.#text[this.#at] as string;
      if (char === '[' && first && /^[A-Za-z_]\w*$/.test(this.#text.slice(from, this.#at))) this.#skipTo(']');
      else if (META.test(char)) break;
      else if (char === '`' && this.#insideBackticks) break;
      else this.#piece(char);
    }
    return this.#text.slice(from, this.#at);
  }

  /** Goes past one character, or one quoted or substituted piece. */
  #piece(char: string): void {
    if (char === '\\') this.#at += 2;
    else if (char === "'") this.#skipPast("'", false);
    else if (this.#is("$'")) {
      this.#at += 1;
      this.#skipPast("'", true);
    } else if (char === '"') this.#doubleQuotes();
    else if (!this.#expansion(char)) this.#at += 1;
  }

  /** Goes past `$(…)`, `$((…))`, `${…}`, `$[…]` or `` `…` ``; false when there is none here. */
  #expansion(char: string): boolean {
    if (this.#is('$((') && this.#arithmetic('$((')) return true;
    if (this.#is('$(')) this.#substitution(2);
    else if (this.#is('${')) this.#braces();
    else if (this.#is('$[')) this.#skipTo(']');
    else if (char === '`' && !this.#insideBackticks) this.#backticks();
    else return false;
    return true;
  }

  #insideBackticks = false;

  #backticks(): void {
    this.#at += 1;
    this.#insideBackticks = true;
    this.#commands('`');
    this.#insideBackticks = false;
    this.#at += 1;
  }

  #substitution(opening: number): void {
    this.#at += opening;
    const inside = this.#insideBackticks;
    this.#insideBackticks = false;
    this.#commands(')');
    this.#insideBackticks = inside;
    this.#at += 1;
  }

  #doubleQuotes(): void {
    this.#at += 1;
    while (this.#at < this.#text.length && !this.#is('"')) {
      if (this.#is('\\')) this.#at += 2;
      else if (!this.#expansion(this.#text[this.#at] as string)) this.#at += 1;
    }
    this.#at += 1;
  }

  #braces(): void {
    this.#at += 2;
    while (this.#at < this.#text.length && !this.#is('}')) this.#piece(this.#text[this.#at] as string);
    this.#at += 1;
  }

  /** Goes past an arithmetic expression; false, and nowhere, when the parentheses turn out to be something else. */
  #arithmetic(opening: string): boolean {
    const from = this.#at;
    this.#at += opening.length;
    for (let depth = 2; this.#at < this.#text.length; ) {
      const char = this.#text[this.#at] as string;
      if (char === ')' && depth === 2) {
        if (!this.#is('))')) break;
        this.#at += 2;
        return true;
      }
      if (char === '(') depth += 1;
      if (char === ')') depth -= 1;
      if (char === '(' || char === ')') this.#at += 1;
      else this.#piece(char);
    }
    this.#at = from;
    return false;
  }

  /** Goes past the rest of `[[ … ]]`, where `<` compares. */
  #conditional(): void {
    while (this.#at < this.#text.length && !/^\s\]\](?=[\s;&|)]|$)/.test(this.#text.slice(this.#at)))
      this.#piece(this.#text[this.#at] as string);
    this.#at += 3;
  }

  #heredoc(): void {
    this.#at += 2;
    const tabs = this.#is('-');
    if (tabs) this.#at += 1;
    while (/[ \t]/.test(this.#text[this.#at] ?? '') || this.#is('\\\n')) this.#at += this.#is('\\\n') ? 2 : 1;
    this.#pending.push({ delimiter: withoutQuotes(this.#word(false)), tabs });
  }

  /** At the beginning of a line: goes past the bodies of the here-documents that the line before opened. */
  #bodies(): void {
    for (const { delimiter, tabs } of this.#pending.splice(0)) {
      let closed = false;
      while (!closed && this.#at < this.#text.length) {
        const end = this.#text.indexOf('\n', this.#at);
        const line = this.#text.slice(this.#at, end < 0 ? undefined : end);
        this.#at = end < 0 ? this.#text.length : end + 1;
        closed = (tabs ? line.replace(/^\t+/, '') : line) === delimiter;
      }
      this.#result.heredocs.push({ delimiter, closed });
    }
  }

  /** Goes to the next `end`, or to the end of the text. */
  #skipTo(end: string): void {
    const found = this.#text.indexOf(end, this.#at);
    this.#at = found < 0 ? this.#text.length : found;
  }

  /** From an opening quote, goes past the closing one. */
  #skipPast(quote: string, escapes: boolean): void {
    this.#at += 1;
    while (this.#at < this.#text.length && !this.#is(quote)) this.#at += escapes && this.#is('\\') ? 2 : 1;
    this.#at += 1;
  }
}

/** What a word says once its quotes have done their work: `'FIN de todo'`, `\EOF`, `E"O"F`. */
function withoutQuotes(word: string): string {
  return word
    .replace(/\\\n/g, '')
    .replace(
      /\$?'([^']*)'|\$?"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])/g,
      (_, single?: string, double?: string, escaped?: string) =>
        single ?? double?.replace(/\\([$`"\\])/g, '$1') ?? escaped ?? '',
    );
}
