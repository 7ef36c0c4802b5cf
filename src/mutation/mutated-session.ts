/** The session as somebody would type it who made the change of a mutant; what was recorded stays. Pure. */
import type { Session } from '../examples/session.ts';
import type { Mutant } from './mutant.ts';

export function mutatedSession(session: Session, { change }: Pick<Mutant, 'change'>): Session {
  return {
    ...session,
    steps: session.steps.map((step) => {
      if (step.edit && 'edit' in change && step.id === change.edit)
        return { ...step, edit: { ...step.edit, hunk: change.hunk } };
      if (step.edit && 'file' in change && step.edit.file === change.file)
        return {
          ...step,
          edit: { ...step.edit, hunk: adaptHunk(step.edit.hunk, change.before, change.text) },
        };
      if (!('command' in change)) return step;
      return {
        ...step,
        commands: step.commands.map((command) =>
          command.line === change.command ? { ...command, text: change.text } : command,
        ),
      };
    }),
  };
}

/**
 * A later edit quotes lines around the ones that it changes: who changed those would see them changed. What the edit
 * itself removes must still be there.
 */
function adaptHunk(hunk: string[], before: string, after: string): string[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const sameLength = old.length === fresh.length;
  return hunk.flatMap((line) => {
    const text = line.slice(1);
    if (!line.startsWith(' ') || fresh.includes(text) || !old.includes(text)) return [line];
    return sameLength ? [` ${fresh[old.indexOf(text)]}`] : [];
  });
}
