/** Turns recorded steps into the lines of a terminal block and the text that its copy button gives. */
import type { Command, Step } from '../examples/session.ts';

/** Role of a rendered line: prompt, continuation, output, exit code. */
export type LineKind = 'command' | 'continuation' | 'output' | 'exit';

export interface Transcript {
  /** The lines as shown, prompts included. */
  code: string;
  /** Role of each line of `code`. */
  kinds: LineKind[];
  /** The commands as they ran: no prompts, no output. */
  copy: string;
}

/** Builds the block for consecutive steps. */
export function buildTranscript(steps: Pick<Step, 'commands'>[]): Transcript {
  const lines: { text: string; kind: LineKind }[] = [];
  const commands = steps.flatMap((step) => step.commands);
  for (const command of commands) addCommand(lines, command);
  return {
    code: lines.map((line) => line.text).join('\n'),
    kinds: lines.map((line) => line.kind),
    copy: commands.map((command) => command.text).join('\n'),
  };
}

function addCommand(lines: { text: string; kind: LineKind }[], command: Command): void {
  const [first = '', ...rest] = command.text.split('\n');
  lines.push({ text: `$ ${first}`, kind: 'command' });
  for (const text of rest) lines.push({ text: `> ${text}`, kind: 'continuation' });
  if (command.output) {
    for (const text of command.output.split('\n')) lines.push({ text, kind: 'output' });
  }
  if (command.exitCode !== 0) lines.push({ text: exitText(command.exitCode), kind: 'exit' });
}

/** How a non-zero exit code is told. */
export function exitText(code: number): string {
  return `código de salida ${code}`;
}

/** Exit codes other than 0 of some steps, in order. */
export function failuresOf(steps: Step[]): number[] {
  return steps
    .flatMap((step) => step.commands.map((command) => command.exitCode))
    .filter((code) => code !== 0);
}

/** Text that the copy button of an edit gives: the lines as they are after it. */
export function editedLines(hunk: string[]): string {
  return hunk
    .filter((line) => !line.startsWith('-'))
    .map((line) => line.slice(1))
    .join('\n');
}
