import type { Example } from './catalog.ts';
import { type Answer, compareSession, type Difference } from './compare.ts';
import type { Command } from './session.ts';
import { filesText } from './typed.ts';

/**
 * Compares an example's recording with the answers of a run; commands without an answer were not run.
 * @param options.left what the session left in the engine now; compared if it was recorded
 * @param options.without name of a redaction rule that is left out
 */
export function compareExample(
  example: Example,
  answers: ReadonlyMap<Command, Answer>,
  options: { left?: string[] | undefined; without?: string | undefined } = {},
): Difference[] {
  const recorded = example.provenance?.left;
  const remains = recorded && options.left && { recorded, current: options.left };
  return compareSession(example.session, (_, command) => answers.get(command), filesText(example), {
    ...(remains ? { remains } : {}),
    ...(options.without ? { without: options.without } : {}),
  });
}
