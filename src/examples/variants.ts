/** What another engine than the main one answers to the same session. Pure. */
import { type Answer, compareSession } from './compare.ts';
import type { Command, Session, Step } from './session.ts';

/** Whether two sessions type the same: only what is answered may differ. */
export function typesTheSame(one: Session, other: Session): boolean {
  const typed = ({ steps }: Session) =>
    JSON.stringify(
      steps.map(({ id, directives, edit, commands }) => [
        id,
        directives,
        edit,
        commands.map(({ text, inputs }) => [text, inputs]),
      ]),
    );
  return typed(one) === typed(other);
}

/**
 * The steps of a variant whose answers say something else than those of the main engine, each with only the commands
 * that differ.
 * @param files what the example's files say (typed.ts)
 */
export function differingSteps(main: Session, variant: Session, files: string): Step[] {
  const its = new Map<Command, Command>();
  for (const [at, step] of main.steps.entries())
    for (const [index, command] of step.commands.entries()) {
      const other = variant.steps[at]?.commands[index];
      if (other) its.set(command, other);
    }
  const answer = (_: Step, command: Command): Answer | undefined => its.get(command);
  const lines = new Set(compareSession(main, answer, files).map(({ line }) => line));
  return main.steps.flatMap((step) => {
    const commands = step.commands
      .filter(({ line }) => lines.has(line))
      .map((command) => its.get(command) as Command);
    return commands.length > 0 ? [{ ...step, commands }] : [];
  });
}
