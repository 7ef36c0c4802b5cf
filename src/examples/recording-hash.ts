import { createHash } from 'node:crypto';
import type { Session } from './session.ts';

/**
 * Fingerprint of what a recording shows: commands, what was typed, outputs and exit codes. Kept in the provenance, so
 * that an output written by hand, or kept under another command, is found without running anything.
 * @param left what the session left in the engine, if it was recorded
 * @returns 16 hexadecimal digits
 */
export function recordingHash(session: Session, left?: readonly string[]): string {
  const shown = session.steps.map((step) => [
    step.id,
    step.edit,
    step.commands.map(({ text, inputs, output, exitCode }) => [text, inputs, output, exitCode]),
  ]);
  return createHash('sha256')
    .update(JSON.stringify(left ? [shown, left] : shown))
    .digest('hex')
    .slice(0, 16);
}
