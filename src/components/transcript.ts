/** Turns recorded steps into the lines of a terminal block and the text that its copy button gives. */
import type { Command, Step } from '../examples/session.ts';
import { stepAnchor } from '../guide/steps.ts';
import { commandTokens, type Token } from './command-tokens.ts';

/** Role of a rendered line: what the author says of a step, prompt, continuation, output, exit code. */
export type LineKind = 'label' | 'command' | 'continuation' | 'output' | 'exit';

/** A line of a block beside its text. */
export interface Row {
  kind: LineKind;
  /** Pieces of a command, without its prompt. */
  tokens?: Token[];
  /** Id of the step that begins in it. */
  anchor?: string;
}

export interface Transcript {
  /** The lines as shown, prompts and labels included. */
  code: string;
  /** What each line of `code` is. */
  rows: Row[];
  /** The commands as they ran: no prompts, no labels, no output. */
  copy: string;
}

/**
 * Builds the block for consecutive steps. The first one is named by the block's title; each of the others, by a line of
 * its own above its commands.
 * @param example where the steps are from, to give them their anchors; without it there are neither labels nor anchors
 */
export function buildTranscript(
  steps: readonly (Pick<Step, 'commands'> & Partial<Pick<Step, 'id' | 'text'>>)[],
  example?: string,
): Transcript {
  const lines: Line[] = [];
  for (const [index, step] of steps.entries()) {
    const from = lines.length;
    if (example !== undefined && index > 0 && step.text) lines.push({ text: step.text, kind: 'label' });
    for (const command of step.commands) addCommand(lines, command);
    const first = lines[from];
    if (example !== undefined && index > 0 && first) first.anchor = stepAnchor(example, step.id ?? '');
  }
  return {
    code: lines.map((line) => line.text).join('\n'),
    rows: lines.map(({ text: _, ...row }) => row),
    copy: steps.flatMap((step) => step.commands.map((command) => command.text)).join('\n'),
  };
}

type Line = Row & { text: string };

function addCommand(lines: Line[], command: Command): void {
  const tokens = commandTokens(command.text);
  for (const [index, text] of command.text.split('\n').entries()) {
    const [prompt, kind] = index === 0 ? (['$', 'command'] as const) : (['>', 'continuation'] as const);
    lines.push({ text: `${prompt} ${text}`, kind, tokens: tokens[index] ?? [] });
  }
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
