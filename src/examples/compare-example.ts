import type { Example } from './catalog.ts';
import { type Answer, compareSession, type Difference } from './compare.ts';
import type { Command } from './session.ts';
import { filesText } from './typed.ts';

/** Compares an example's recording with the answers of a run; commands without an answer were not run. */
export function compareExample(example: Example, answers: ReadonlyMap<Command, Answer>): Difference[] {
  return compareSession(example.session, (_, command) => answers.get(command), filesText(example));
}
