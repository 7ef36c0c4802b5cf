/** Mutants of a script or a configuration: without each line, or without each block. */
import { label, type TextMutant } from './mutant.ts';
import { dropLines } from './text-edit.ts';

export type Style = 'shell' | 'braces' | 'indentation' | 'lines' | 'sql';

const COMMENT: Record<Style, RegExp> = {
  shell: /^\s*#/,
  braces: /^\s*(?:\/\/|\/\*|\*|#)/,
  indentation: /^\s*#/,
  lines: /^\s*[#;]/,
  sql: /^\s*--/,
};

/** Lines that only close what another opened, or divide it. */
const CLOSERS = /^\s*(?:[)\]}]+[)\]};,\s]*|fi|done|esac|then|do|else|;;|\};?)\s*$/;

/**
 * @param text the file
 * @param style how its blocks and comments are written
 * @returns a mutant a line, or a block where the line opens one, in order
 */
export function scriptMutants(text: string, style: Style): TextMutant[] {
  const lines = text.split('\n');
  const mutants: TextMutant[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as string;
    if (!line.trim() || COMMENT[style].test(line) || CLOSERS.test(line)) continue;
    const last = endOf(lines, index, style);
    mutants.push({
      what: `sin ${label(line)}${last > index ? ' …' : ''}`,
      line: index + 1,
      text: dropLines(text, index + 1, last + 1),
    });
    // A line that goes on is one with the next ones.
    if (/\\$/.test(line)) index = last;
  }
  return mutants;
}

/** Index of the last line of what begins at a line. */
function endOf(lines: string[], start: number, style: Style): number {
  let last = start;
  while (/\\$/.test(lines[last] ?? '') && last + 1 < lines.length) last += 1;
  if (last > start || style === 'lines') return last;
  return style === 'indentation' ? endOfIndented(lines, start) : endOfBalanced(lines, start, style);
}

function endOfIndented(lines: string[], start: number): number {
  if (!/:\s*(?:#.*)?$/.test(lines[start] ?? '')) return start;
  const indent = (line: string) => line.length - line.trimStart().length;
  let last = start;
  for (let index = start + 1; index < lines.length; index++) {
    const line = lines[index] as string;
    if (!line.trim()) continue;
    if (indent(line) <= indent(lines[start] as string)) break;
    last = index;
  }
  return last;
}

function endOfBalanced(lines: string[], start: number, style: Style): number {
  let depth = 0;
  for (let index = start; index < lines.length; index++) {
    depth += balance(lines[index] as string, style);
    if (depth <= 0) return index;
  }
  return start;
}

/** How many more blocks a line opens than it closes. */
function balance(line: string, style: Style): number {
  const bare = line.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`/g, '').replace(COMMENT[style], '');
  const count = (pattern: RegExp) => bare.match(pattern)?.length ?? 0;
  if (style === 'shell') {
    const words =
      count(/(?:^|[\s;&|(])(?:if|case|do)(?=[\s;]|$)/g) -
      count(/(?:^|[\s;&|])(?:fi|esac|done)(?=[\s;)&|]|$)/g);
    return words + count(/(?:^|\s)\{(?=\s|$)/g) - count(/(?:^|[\s;])\}(?=[\s;)]|$)/g);
  }
  return count(/[([{]/g) - count(/[)\]}]/g);
}
