/** What the author of an example wrote, as against what the machine answered. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RuleContext, typedIn } from './redaction/rule.ts';
import type { Session } from './session.ts';

/** Everything that is typed in a session: commands, keystrokes, edits. */
export function sessionText(session: Session): string {
  return session.steps
    .flatMap((step) => [
      ...(step.edit?.hunk ?? []),
      ...step.commands.flatMap(({ text, inputs }) => [text, ...inputs]),
    ])
    .join('\n');
}

/** Whether the author wrote a word in an example, in its session or its files. */
export function typedInExample(example: {
  dir: string;
  files: readonly string[];
  session: Session;
}): RuleContext['typed'] {
  return typedIn(`${sessionText(example.session)}\n${filesText(example)}`);
}

/** The text of an example's files; those that are not text count for nothing. */
export function filesText(example: { dir: string; files: readonly string[] }): string {
  return example.files
    .map((file) => readFileSync(join(example.dir, file), 'utf8'))
    .filter((text) => !text.includes('\0'))
    .join('\n');
}
