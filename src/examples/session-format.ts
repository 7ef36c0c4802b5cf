import type { Command, Step } from './session.ts';

const NEEDS_ESCAPE = /^(?:# |#$|#!|\$ |\$$|> |>$|< |<$|\\|\[\d{1,3}\]$)/;

/** Writes an output so that the parser reads it back as output: special beginnings get a backslash. */
export function escapeOutput(output: string): string {
  return output
    .split('\n')
    .map((line) => (NEEDS_ESCAPE.test(line) ? `\\${line}` : line))
    .join('\n');
}

/** The lines of one command as they stand in a session file: prompt, typed input, output, exit code. */
export function formatCommand(command: Command): string {
  const [first, ...rest] = command.text.split('\n');
  const lines = [`$ ${first}`, ...rest.map((line) => (line ? `> ${line}` : '>'))];
  for (const input of command.inputs) lines.push(input ? `< ${input}` : '<');
  if (command.output) lines.push(escapeOutput(command.output));
  if (command.exitCode !== 0) lines.push(`[${command.exitCode}]`);
  return lines.join('\n');
}

/**
 * Puts new commands in the place of the recorded ones and leaves every other character of the file as it was.
 * @param text the session file
 * @param steps steps of that file, with outputs and exit codes already replaced
 */
export function replaceOutputs(text: string, steps: Step[]): string {
  const lines = text.split('\n');
  const headerLines = steps.map((step) => step.line - 1);
  const parts: string[] = [lines.slice(0, headerLines[0] ?? lines.length).join('\n')];
  for (const [index, step] of steps.entries()) {
    const from = headerLines[index] as number;
    const end = headerLines[index + 1] ?? lines.length;
    if (step.edit) parts.push(lines.slice(from, end).join('\n').trimEnd());
    else parts.push([lines[from], ...step.commands.map(formatCommand)].join('\n'));
  }
  const [head, ...body] = parts as [string, ...string[]];
  return `${head}\n${body.join('\n\n')}\n`.replace(/^\n+/, '');
}
