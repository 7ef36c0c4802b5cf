/**
 * Reads a command line in the small part of the shell's language in which every word is exactly what is written:
 * no variables, no substitutions, no globs, no here-documents, no background. Pure.
 */
import { Refusal } from './refusal.ts';

export interface Redirection {
  /** File descriptor that is sent elsewhere. */
  from: 1 | 2;
  append: boolean;
  /** File, as written; undefined when it goes to the other descriptor. */
  file?: string;
}

/** A program with its arguments. */
export interface SimpleCommand {
  words: string[];
  redirections: Redirection[];
}

/** Programs joined by pipes. */
export type Pipeline = SimpleCommand[];

const META = /[|&;<>()\n\s]/;

/** What the shell would change in a word that is not quoted, with what to say of it. */
const EXPANDED: Record<string, string> = {
  $: 'usa una variable o una sustitución («$»), y no se sabe qué dirá',
  '`': 'usa una sustitución (comillas invertidas), y no se sabe qué dirá',
  '*': 'usa un comodín («*»)',
  '?': 'usa un comodín («?»)',
  '[': 'usa un comodín («[»)',
  '{': 'usa una expansión de llaves («{»)',
  '}': 'usa una expansión de llaves («}»)',
  '~': 'nombra tu carpeta personal («~»)',
  '!': 'usa «!»',
  '\\': 'usa una barra invertida que no une dos líneas',
  '#': 'lleva un comentario',
};

/**
 * Splits a command in its pipelines, in order.
 * @throws Refusal for everything that is not a word, a quote, a pipe, `&&`, `||`, `;`, a line or a redirection
 */
export function readPipelines(text: string): Pipeline[] {
  return new Reader(text).read();
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is sought
    if (/[\u0000-\u0009\u000b-\u001f\u007f\u0085\u00a0\u2028\u2029]/.test(text))
      throw new Refusal('lleva caracteres que no se ven');
    this.#text = text.replace(/\\\n/g, '');
    refuseJoinedQuotes(text);
  }

  read(): Pipeline[] {
    const pipelines: Pipeline[] = [[]];
    let current: SimpleCommand = { words: [], redirections: [] };
    const close = (what: string) => {
      if (current.words.length === 0) throw new Refusal(`falta una orden junto a «${what}»`);
      pipelines.at(-1)?.push(current);
      current = { words: [], redirections: [] };
    };
    for (;;) {
      this.#skipBlanks();
      if (this.#at >= this.#text.length) break;
      if (this.#readRedirection(current)) continue;
      const separator = /^(?:\|\||&&|[|;\n])/.exec(this.#text.slice(this.#at))?.[0];
      if (!separator) {
        current.words.push(this.#readWord());
        continue;
      }
      this.#at += separator.length;
      close(separator === '\n' ? 'fin de línea' : separator);
      if (separator !== '|') pipelines.push([]);
      if (separator !== ';' && separator !== '\n') continue;
      this.#skipBlanks();
      if (this.#at >= this.#text.length) break;
    }
    if (current.words.length > 0 || current.redirections.length > 0) close('final');
    const last = pipelines.at(-1);
    if (last?.length === 0) {
      pipelines.pop();
      if (!/[;\n]\s*$/.test(this.#text)) throw new Refusal('falta una orden al final');
    }
    return pipelines;
  }

  #skipBlanks(): void {
    while (this.#text[this.#at] === ' ') this.#at += 1;
  }

  #readRedirection(command: SimpleCommand): boolean {
    const rest = this.#text.slice(this.#at);
    const match = /^([12]?)(>>?)(?:&([12])(?=[\s|;]|$)| *(?=[^\s&|<>();]))/.exec(rest);
    if (!match) {
      if (/^\d*[<>]|^&>|^&(?!&)|^\|&/.test(rest)) throw new Refusal(`usa «${rest.slice(0, 2).trim()}»`);
      if (/^[()]/.test(rest)) throw new Refusal('usa paréntesis');
      return false;
    }
    this.#at += match[0].length;
    const from = (Number(match[1] || 1) === 2 ? 2 : 1) as 1 | 2;
    const append = match[2] === '>>';
    command.redirections.push(match[3] ? { from, append } : { from, append, file: this.#readWord() });
    return true;
  }

  #readWord(): string {
    let word = '';
    const start = this.#at;
    for (; this.#at < this.#text.length; this.#at++) {
      const char = this.#text[this.#at] as string;
      if (META.test(char)) break;
      if (char === "'") word += this.#readQuoted("'");
      else if (char === '"') word += this.#readQuoted('"');
      else if (this.#text.startsWith('$?', this.#at) && !/[\w]/.test(this.#text[this.#at + 2] ?? '')) {
        word += EXIT_CODE;
        this.#at += 1;
      } else if (this.#text.startsWith('{}', this.#at)) {
        // The shell leaves it as it is: `find -exec cat {} +`.
        word += '{}';
        this.#at += 1;
      } else {
        const reason = EXPANDED[char];
        // `a#b` is a word.
        if (reason && !(char === '#' && this.#at > start)) throw new Refusal(reason);
        word += char;
      }
    }
    return word;
  }

  #readQuoted(quote: string): string {
    const end = this.#text.indexOf(quote, this.#at + 1);
    if (end < 0) throw new Refusal('tiene unas comillas sin cerrar');
    let inside = this.#text.slice(this.#at + 1, end);
    if (quote === '"') {
      inside = inside.replaceAll('$?', EXIT_CODE);
      const changed = /[$`\\!]/.exec(inside)?.[0];
      if (changed) throw new Refusal(EXPANDED[changed] as string);
    }
    this.#at = end;
    return inside;
  }
}

/** Between single quotes a backslash and a line feed stay as they are: what could be read in two ways is refused. */
function refuseJoinedQuotes(text: string): void {
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (quote === "'" && char === '\\' && text[at + 1] === '\n')
      throw new Refusal('une dos líneas dentro de unas comillas simples');
    if (quote ? char === quote : char === "'" || char === '"') quote = quote ? '' : char;
  }
}

/** Stands for `$?` in a word: a number, so harmless where only text is wanted. */
export const EXIT_CODE = '\u0001';
