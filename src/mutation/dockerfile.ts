/** Mutants of a Dockerfile: without each instruction or part of it, and with other values. */
import { commandMutants } from './command.ts';
import { type Instruction, readInstructions } from './dockerfile-instructions.ts';
import { label, type TextMutant } from './mutant.ts';
import { readShell } from './shell-words.ts';
import { blanksBefore, dropLines, lineAt, splice } from './text-edit.ts';
import { longerDuration } from './values.ts';

/** @param text a whole Dockerfile */
export function dockerfileMutants(text: string): TextMutant[] {
  const instructions = readInstructions(text);
  const base = instructions.find(({ keyword }) => keyword === 'FROM');
  return instructions.flatMap((instruction) => [
    ...(instruction === base ? [] : [without(text, instruction)]),
    ...flags(text, instruction),
    ...(PARTS[instruction.keyword]?.(text, instruction) ?? []),
  ]);
}

function without(text: string, { source, firstLine, lastLine }: Instruction): TextMutant {
  return { what: `sin ${label(source)}`, line: firstLine, text: dropLines(text, firstLine, lastLine) };
}

/** Options of the instruction itself: `--from=…`, `--chown=…`, `--interval=…`. */
function flags(text: string, { keyword, flags: found }: Instruction): TextMutant[] {
  return found.flatMap(({ from, to }) => {
    const flag = text.slice(from, to);
    const dropped = mutant(text, from, `${keyword} sin ${flag}`, splice(text, blanksBefore(text, from), to));
    const [name, value = ''] = flag.split('=');
    const longer = longerDuration(value);
    if (!longer) return [dropped];
    const changed = splice(text, from, to, `${name}=${longer}`);
    return [dropped, mutant(text, from, `${keyword} ${flag} → ${longer}`, changed)];
  });
}

const PARTS: Partial<Record<string, (text: string, instruction: Instruction) => TextMutant[]>> = {
  RUN: (text, instruction) => [...runParts(text, instruction), ...runOptions(text, instruction)],
  EXPOSE: (text, { bodyFrom, to }) =>
    [...text.slice(bodyFrom, to).matchAll(/\d+/g)].map(({ index, 0: port }) => {
      const from = bodyFrom + index;
      const other = String(Number(port) + 1);
      return mutant(text, from, `EXPOSE ${port} → ${other}`, splice(text, from, from + port.length, other));
    }),
  COPY: (text, instruction) => sources(text, instruction),
  ADD: (text, instruction) => sources(text, instruction),
  ENV: (text, instruction) => pairs(text, instruction),
  LABEL: (text, instruction) => pairs(text, instruction),
  CMD: (text, instruction) => shellForm(text, instruction),
  ENTRYPOINT: (text, instruction) => shellForm(text, instruction),
};

/** The commands that `&&` joins, dropped one at a time. */
function runParts(text: string, { bodyFrom, to }: Instruction): TextMutant[] {
  const { ands } = readShell(text, bodyFrom, to);
  return ands.length === 0
    ? []
    : [-1, ...ands].map((and, index) => {
        const next = ands[index];
        const start = and < 0 ? bodyFrom : and + 2;
        const part = text.slice(start, next ?? to);
        const first = start + (/^(?:\s|\\\n)*/.exec(part)?.[0].length ?? 0);
        const cut = next === undefined ? [blanksBefore(text, and), to] : [first, afterBlanks(text, next + 2)];
        return mutant(
          text,
          first,
          `RUN sin ${label(part)}`,
          splice(text, cut[0] as number, cut[1] as number),
        );
      });
}

function afterBlanks(text: string, at: number): number {
  return at + (/^(?:[ \t]|\\\n)*/.exec(text.slice(at))?.[0].length ?? 0);
}

function runOptions(text: string, { bodyFrom, to, firstLine }: Instruction): TextMutant[] {
  const body = text.slice(bodyFrom, to);
  if (body.trimStart().startsWith('[')) return [];
  return commandMutants(body).map((found) => ({
    ...found,
    what: `RUN ${found.what}`,
    line: firstLine + found.line - 1,
    text: splice(text, bodyFrom, to, found.text),
  }));
}

/** What is copied, when it is more than one thing. */
function sources(text: string, instruction: Instruction): TextMutant[] {
  const words = wordsOf(text, instruction);
  if (words.length < 3 || words[0]?.value.startsWith('[')) return [];
  return words
    .slice(0, -1)
    .map(({ from, to, value }) =>
      mutant(text, from, `${instruction.keyword} sin ${value}`, splice(text, blanksBefore(text, from), to)),
    );
}

/** `A=1 B=2`: each of several. */
function pairs(text: string, instruction: Instruction): TextMutant[] {
  const words = wordsOf(text, instruction);
  if (words.length < 2 || !words.every(({ value }) => value.includes('='))) return [];
  return words.map(({ from, to, value }) =>
    mutant(
      text,
      from,
      `${instruction.keyword} sin ${label(value)}`,
      splice(text, blanksBefore(text, from), to),
    ),
  );
}

function shellForm(text: string, { keyword, bodyFrom, to }: Instruction): TextMutant[] {
  const body = text.slice(bodyFrom, to).trim();
  const words = execForm(body);
  if (!words) return [];
  const command = words.map((word) =>
    /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`,
  );
  return [
    mutant(text, bodyFrom, `${keyword} en forma de shell`, splice(text, bodyFrom, to, command.join(' '))),
  ];
}

function execForm(body: string): string[] | undefined {
  if (!body.startsWith('[')) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function wordsOf(text: string, { bodyFrom, to }: Instruction) {
  return [...text.slice(bodyFrom, to).matchAll(/(?:[^\s\\"]|\\[^\n]|"[^"]*")+/g)].map((match) => ({
    from: bodyFrom + match.index,
    to: bodyFrom + match.index + match[0].length,
    value: match[0],
  }));
}

function mutant(text: string, from: number, what: string, changed: string): TextMutant {
  return { what, line: lineAt(text, from), text: changed };
}
