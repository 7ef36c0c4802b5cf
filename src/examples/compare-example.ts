import type { Example } from './catalog.ts';
import { type Answer, compareSession, type Difference } from './compare.ts';
import type { Command } from './session.ts';
import { filesText } from './typed.ts';

/** Compares an example's recording with the answers of a run; commands without an answer were not run. `without` leaves a rule out. */
export function compareExample(
  example: Example,
  answers: ReadonlyMap<Command, Answer>,
  without?: string,
): Difference[] {
  return compareSession(example.session, (_, command) => answers.get(command), filesText(example), without);
}
