/** What exactly a proof proved, so that its result is not shown for something that has changed since. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Example, recordingFiles, SESSION_FILE } from './catalog.ts';

/** Fingerprint of an example: its sessions, of all engines, and the files that the reader has. 16 hexadecimal digits. */
export function exampleFingerprint({ dir, files, variants }: Example): string {
  const hash = createHash('sha256');
  const sessions = Object.keys(variants).map((engine) => recordingFiles(engine).session);
  for (const file of [SESSION_FILE, ...sessions, ...files])
    hash.update(`\0${file}\0`).update(readFileSync(join(dir, file)));
  return hash.digest('hex').slice(0, 16);
}

/** Fingerprint of a claim's experiment, as its evidence page shows it. 16 hexadecimal digits. */
export function experimentFingerprint(experiment: string): string {
  return createHash('sha256').update(experiment).digest('hex').slice(0, 16);
}

/**
 * Fingerprint of what is done in an example, whatever was answered: its files and what is typed. A new recording of the
 * same session does not change it. 16 hexadecimal digits.
 */
export function practiceFingerprint({ dir, files, session }: Example): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(join(dir, file)));
  const done = session.steps.map(({ id, directives, edit, commands }) => [
    id,
    directives,
    edit,
    commands.map(({ text, inputs, exitCode }) => [text, inputs, exitCode]),
  ]);
  return hash.update(JSON.stringify(done)).digest('hex').slice(0, 16);
}
