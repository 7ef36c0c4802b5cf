/** Reads a Dockerfile into its instructions, with their places. */
export interface Instruction {
  /** In capitals. */
  keyword: string;
  /** All of it, as written. */
  source: string;
  firstLine: number;
  lastLine: number;
  /** Options after the keyword, each by its place. */
  flags: { from: number; to: number }[];
  /** Where its arguments begin, after the options. */
  bodyFrom: number;
  /** Its end, without the last line feed. */
  to: number;
}

const KEYWORD = /^\s*([A-Za-z]+)[ \t]+/;
const FLAG = /--[a-z][a-z-]*(?:=(?:"[^"]*"|[^\s"])*)?(?=\s)/y;
const HEREDOC = /<<-?\s*["']?(\w+)["']?/g;

/** The instructions in order; comments and blank lines are none. */
export function readInstructions(text: string): Instruction[] {
  const lines = text.split('\n');
  const result: Instruction[] = [];
  let offset = 0;
  for (let index = 0; index < lines.length; index++) {
    const start = offset;
    const first = index;
    const line = lines[index] as string;
    if (!line.trim() || /^\s*#/.test(line)) {
      offset += line.length + 1;
      continue;
    }
    while (continues(lines[index] as string) && index + 1 < lines.length) index += 1;
    for (const [, delimiter] of lines
      .slice(first, index + 1)
      .join('\n')
      .matchAll(HEREDOC)) {
      const close = lines.findIndex((candidate, at) => at > index && candidate.trim() === delimiter);
      if (close >= 0) index = close;
    }
    const source = lines.slice(first, index + 1).join('\n');
    offset += source.length + 1;
    const keyword = KEYWORD.exec(source);
    if (keyword) result.push(instruction(text, source, start, keyword, [first + 1, index + 1]));
  }
  return result;
}

/** A comment inside an instruction does not end it. */
function continues(line: string): boolean {
  return /\\\s*$/.test(line) || /^\s*#/.test(line);
}

function instruction(
  text: string,
  source: string,
  start: number,
  keyword: RegExpExecArray,
  [firstLine, lastLine]: [number, number],
): Instruction {
  const to = start + source.length;
  const flags: Instruction['flags'] = [];
  let at = start + keyword[0].length;
  for (;;) {
    while (at < to && /[ \t\\\n]/.test(text[at] as string)) at += 1;
    FLAG.lastIndex = at;
    if (!FLAG.test(text)) break;
    flags.push({ from: at, to: FLAG.lastIndex });
    at = FLAG.lastIndex;
  }
  return {
    keyword: (keyword[1] as string).toUpperCase(),
    source,
    firstLine,
    lastLine,
    flags,
    bodyFrom: at,
    to,
  };
}
