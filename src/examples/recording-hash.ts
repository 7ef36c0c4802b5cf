import { createHash } from 'node:crypto';
import type { Session } from './session.ts';

/**
 * Fingerprint of what a recording shows: commands, what was typed, outputs and exit codes. Kept in the provenance, so
 * that an output written by hand, or kept under another command, is found without running anything.
 * @returns 16 hexadecimal digits
 */
export function recordingHash(session: Session): string {
  const shown = session.steps.map((step) => [
    step.id,
    step.edit,
    step.commands.map(({ text, inputs, output, exitCode }) => [text, inputs, output, exitCode]),
  ]);
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 16);
}
