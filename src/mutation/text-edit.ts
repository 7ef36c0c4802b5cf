/** Cuts and replacements in a text. */

const REGION_MARK = /\b(?:end)?region\b/;

/** Line, from 1, in which an offset stands. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** The text with the characters `from`…`to` (exclusive) replaced. */
export function splice(text: string, from: number, to: number, replacement = ''): string {
  return text.slice(0, from) + replacement + text.slice(to);
}

/** The text without the lines `from`…`to` (from 1, inclusive), except marks of regions: they are no part of the file. */
export function dropLines(text: string, from: number, to: number): string {
  return text
    .split('\n')
    .filter((line, index) => index + 1 < from || index + 1 > to || REGION_MARK.test(line))
    .join('\n');
}

/** Start of the blanks (line continuations included) that precede an offset. */
export function blanksBefore(text: string, offset: number): number {
  let from = offset;
  for (;;) {
    if (from > 1 && text.slice(from - 2, from) === '\\\n') from -= 2;
    else if (from > 0 && /[ \t]/.test(text[from - 1] as string)) from -= 1;
    else return from;
  }
}
