/** What proves a claim, as the site gives it: what was typed and answered where a run noted it, and the test's code. */
import type { TranscriptEntry } from '../results/results.ts';
import type { LineKind } from './transcript.ts';

export interface Evidence {
  /** Lines of the console; none where no run noted them. */
  lines: [kind: LineKind, text: string][];
  /** Source of the experiment. */
  code: string;
}

/** The evidence of a claim, for the script of its page. */
export function evidenceOf({
  transcript = [],
  experiment,
}: {
  transcript?: TranscriptEntry[] | undefined;
  experiment: string;
}): Evidence {
  return { lines: transcript.flatMap(linesOf), code: experiment };
}

/** The same to be read as it is, without JavaScript. */
export function evidenceText({ lines, code }: Evidence): string {
  if (lines.length === 0) return `${code}\n`;
  const shown = lines.map(([kind, text]) => (kind === 'exit' ? `✗ ${text}` : text));
  return `${shown.join('\n')}\n\n── El código de la prueba ──\n\n${code}\n`;
}

function linesOf({ command, exitCode, output }: TranscriptEntry): Evidence['lines'] {
  const [first = '', ...rest] = command.split('\n');
  const answered = output.replace(/\n+$/, '');
  return [
    ['command', `$ ${first}`],
    ...rest.map((text): [LineKind, string] => ['continuation', `> ${text}`]),
    ...(answered ? answered.split('\n').map((text): [LineKind, string] => ['output', text]) : []),
    ...(exitCode === 0 ? [] : [['exit', `código ${exitCode}`] as [LineKind, string]]),
  ];
}
