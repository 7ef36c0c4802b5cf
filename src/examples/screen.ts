/** The screen of a terminal, as far as needed to know what stands on it when a program has finished. */

/** Columns of the terminals of a session. */
const COLUMNS = 80;
/** Rows that a program can see: where it may go back to. */
const ROWS = 24;

interface Row {
  cells: string[];
  /** It goes on in the next row because it was too long: for who copies it, one line. */
  wraps: boolean;
}

// In this order: strings end at BEL or ST, and one that never does ends with its line; then CSI; then short ones.
const ESCAPE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are made of control characters
  /\x1b(?:[\]PX^_][^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c|(?=\n|\x1b|$))|\[([0-?]*)[ -/]*(?:([@-~])|$)|[ -/]+[0-~]|[0-~]|$)/y;
const WITHOUT_SHAPE = /[^\n\t -~\u00a0-\u{10ffff}]/u;

/**
 * What a terminal shows in the end of a text with control characters: no colours, hyperlinks or titles; lines that
 * were written over, as they stay.
 */
export function settleScreen(text: string): string {
  return WITHOUT_SHAPE.test(text) ? new Screen().write(text).text() : text;
}

class Screen {
  readonly #rows: Row[] = [{ cells: [], wraps: false }];
  #row = 0;
  #column = 0;
  #saved = [0, 0];

  write(text: string): this {
    for (let at = 0; at < text.length; ) {
      const char = String.fromCodePoint(text.codePointAt(at) as number);
      if (char !== '\x1b') {
        this.#put(char);
        at += char.length;
        continue;
      }
      ESCAPE.lastIndex = at;
      const match = ESCAPE.exec(text);
      at += match?.[0].length || 1;
      if (match?.[2]) this.#control(match[2], match[1] ?? '');
      else this.#short(match?.[0][1] ?? '');
    }
    return this;
  }

  text(): string {
    let result = '';
    for (const { cells, wraps } of this.#rows)
      result += wraps ? Array.from(cells, (cell) => cell ?? ' ').join('') : `${this.#line(cells)}\n`;
    return result.replace(/\n$/, '');
  }

  #line(cells: string[]): string {
    return Array.from(cells, (cell) => cell ?? ' ')
      .join('')
      .trimEnd();
  }

  #put(char: string): void {
    if (char === '\n' || char === '\v' || char === '\f') this.#down();
    else if (char === '\r') this.#column = 0;
    else if (char === '\b') this.#column = Math.max(0, Math.min(this.#column, COLUMNS) - 1);
    else if (/\p{M}|\u200d/u.test(char) && this.#column > 0) this.#cells[this.#column - 1] += char;
    else if (char === '\t' || !/\p{Cc}/u.test(char)) this.#print(char);
  }

  #print(char: string): void {
    if (this.#column >= COLUMNS) {
      this.#current.wraps = true;
      this.#row += 1;
      this.#column = 0;
    }
    this.#cells[this.#column] = char;
    this.#column += 1;
  }

  /** To the beginning of the next line: what a line feed does on the screen of a program that is not in raw mode. */
  #down(): void {
    this.#row += 1;
    this.#column = 0;
    this.#current.wraps ||= false;
  }

  get #current(): Row {
    while (this.#rows.length <= this.#row) this.#rows.push({ cells: [], wraps: false });
    return this.#rows[this.#row] as Row;
  }

  get #cells(): string[] {
    return this.#current.cells;
  }

  get #top(): number {
    return Math.max(0, this.#rows.length - ROWS);
  }

  #control(final: string, parameters: string): void {
    const [first = 0, second = 0] = parameters.split(';').map((text) => Number(text) || 0);
    const count = Math.max(1, first);
    if (final === 'A' || final === 'F') this.#row = Math.max(this.#top, this.#row - count);
    if (final === 'B' || final === 'E') this.#row += count;
    if (final === 'E' || final === 'F') this.#column = 0;
    if (final === 'C') this.#column = Math.min(COLUMNS - 1, this.#column + count);
    if (final === 'D') this.#column = Math.max(0, Math.min(this.#column, COLUMNS) - count);
    if (final === 'G') this.#column = count - 1;
    if (final === 'd') this.#row = this.#top + count - 1;
    if (final === 'H' || final === 'f') {
      this.#row = this.#top + count - 1;
      this.#column = Math.max(1, second) - 1;
    }
    if (final === 'K') this.#eraseLine(first);
    if (final === 'J') this.#eraseScreen(first);
    if (final === 'P') this.#cells.splice(this.#column, count);
    if (final === '@') this.#cells.splice(this.#column, 0, ...Array<string>(count).fill(' '));
    if (final === 'X') for (let n = 0; n < count; n++) delete this.#cells[this.#column + n];
    if (final === 's') this.#saved = [this.#row, this.#column];
    if (final === 'u') [this.#row, this.#column] = this.#saved as [number, number];
  }

  /** Escapes of one letter: save and restore the place, up, down, start again. */
  #short(letter: string): void {
    if (letter === '7') this.#saved = [this.#row, this.#column];
    if (letter === '8') [this.#row, this.#column] = this.#saved as [number, number];
    if (letter === 'M') this.#row = Math.max(this.#top, this.#row - 1);
    if (letter === 'D') this.#row += 1;
    if (letter === 'E') this.#down();
    if (letter === 'c') this.#clear();
  }

  #eraseLine(what: number): void {
    const cells = this.#cells;
    if (what === 0) cells.length = Math.min(cells.length, this.#column);
    if (what === 1) for (let n = 0; n <= this.#column; n++) delete cells[n];
    if (what === 2) cells.length = 0;
    if (what !== 1) this.#current.wraps = false;
  }

  #eraseScreen(what: number): void {
    if (what === 0) {
      this.#eraseLine(0);
      this.#rows.length = this.#row + 1;
    } else if (what === 1) {
      for (const row of this.#rows.slice(this.#top, this.#row))
        Object.assign(row, { cells: [], wraps: false });
      this.#eraseLine(1);
    } else this.#clear();
  }

  /** An empty screen, with the cursor where it was in it. */
  #clear(): void {
    const below = this.#row - this.#top;
    this.#rows.length = 0;
    this.#rows.push({ cells: [], wraps: false });
    this.#row = Math.max(0, below);
  }
}
