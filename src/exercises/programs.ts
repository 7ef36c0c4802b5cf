/** Which programs a shell script starts, so that those of a reader need only what every reader has. Pure. */

/** Words of the shell after which a command begins. */
const OPENERS = new Set(['if', 'then', 'else', 'elif', 'while', 'until', 'do', '!', '{']);
const BUILTINS = new Set([
  ...['fi', 'done', 'esac', '}', 'for', 'case', ':', '[', 'test', 'true', 'false', 'printf', 'echo'],
  ...[
    'read',
    'shift',
    'exit',
    'return',
    'cd',
    'command',
    'local',
    'set',
    'trap',
    'wait',
    'break',
    'continue',
  ],
]);

/**
 * Names of the programs that a script starts, sorted; neither the shell's own words nor the functions that it declares.
 * What it quotes and what it writes to files is not looked at, but what it asks for with `$(…)` is.
 */
export function programsOf(script: string): string[] {
  const scan = new Scan(script);
  scan.commands(false);
  return [...scan.started].filter((name) => !BUILTINS.has(name) && !scan.functions.has(name)).sort();
}

/** One reading of a script, from its start to its end. */
class Scan {
  readonly started = new Set<string>();
  readonly functions = new Set<string>();
  readonly #text: string;
  #at = 0;
  /** Here-documents of this line, whose text begins in the next one. */
  #pending: { end: string; isLiteral: boolean }[] = [];

  constructor(text: string) {
    this.#text = text.replace(/\\\n/g, ' ');
  }

  /** @param inside whether these are those of a `$(…)`, which a parenthesis ends */
  commands(inside: boolean): void {
    let isFirst = true;
    while (this.#at < this.#text.length) {
      const char = this.#text[this.#at] as string;
      if (inside && char === ')') return void this.#at++;
      if (char === '#') this.#at = this.#lineEnd();
      else if (char === '\n') {
        this.#at += 1;
        this.#skipDocuments();
        isFirst = true;
      } else if (';&|()'.includes(char)) {
        this.#at += 1;
        isFirst = true;
      } else if (char === '<' || char === '>') this.#redirection();
      else if (/\s/.test(char)) this.#at += 1;
      else isFirst = this.#command(isFirst, inside);
    }
  }

  /** Reads one word; answers whether the next one can be a command. */
  #command(isFirst: boolean, inside: boolean): boolean {
    const word = this.#word();
    const next = this.#text[this.#at];
    // A number before a redirection, and a pattern of `case`.
    if (next === '<' || next === '>') return isFirst && /^\d$/.test(word);
    if (next === ')' && !inside) return true;
    if (!isFirst) return false;
    if (this.#text.startsWith('()', this.#at)) {
      this.functions.add(word);
      return true;
    }
    if (/^\w+=/.test(word) || OPENERS.has(word)) return true;
    if (word) this.started.add(word);
    return false;
  }

  /** A word without what is quoted in it. */
  #word(): string {
    let word = '';
    while (this.#at < this.#text.length && !/[\s;&|()<>]/.test(this.#text[this.#at] as string)) {
      const char = this.#text[this.#at] as string;
      if (char === "'") this.#at = this.#after("'");
      else if (char === '"') this.#quoted('"');
      else if (char === '$') this.#dollar();
      else {
        word += char;
        this.#at += 1;
      }
    }
    return word;
  }

  #quoted(end: string): void {
    this.#at += 1;
    while (this.#at < this.#text.length && this.#text[this.#at] !== end) {
      if (this.#text[this.#at] === '$') this.#dollar();
      else this.#at += this.#text[this.#at] === '\\' ? 2 : 1;
    }
    this.#at += 1;
  }

  #dollar(): void {
    if (this.#text.startsWith('$((', this.#at)) this.#at = this.#after('))');
    else if (this.#text.startsWith('${', this.#at)) this.#at = this.#after('}');
    else if (this.#text.startsWith('$(', this.#at)) {
      this.#at += 2;
      this.commands(true);
    } else this.#at += 1;
  }

  #redirection(): void {
    const document = /^<<-?\s*(['"]?)(\w+)\1/.exec(this.#text.slice(this.#at));
    if (document) {
      this.#pending.push({ end: document[2] as string, isLiteral: document[1] !== '' });
      this.#at += document[0].length;
      return;
    }
    this.#at += /^[<>]+&?\s*/.exec(this.#text.slice(this.#at))?.[0].length ?? 1;
    this.#word();
  }

  #skipDocuments(): void {
    for (const { end, isLiteral } of this.#pending.splice(0)) {
      const close = this.#text.slice(this.#at).search(new RegExp(`^${end}$`, 'm'));
      const stop = close < 0 ? this.#text.length : this.#at + close;
      while (!isLiteral && this.#at < stop) {
        if (this.#text[this.#at] === '$') this.#dollar();
        else this.#at += 1;
      }
      this.#at = stop + end.length;
    }
  }

  /** Where what follows begins, after the next occurrence of a text behind this character. */
  #after(text: string): number {
    const found = this.#text.indexOf(text, this.#at + 1);
    return found < 0 ? this.#text.length : found + text.length;
  }

  #lineEnd(): number {
    const found = this.#text.indexOf('\n', this.#at);
    return found < 0 ? this.#text.length : found;
  }
}
