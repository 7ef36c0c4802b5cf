/** Rewrites the outputs and the provenance of an example from a run; keeps what did not really change. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Example, PROVENANCE_FILE, SESSION_FILE } from '../examples/catalog.ts';
import type { Answer } from '../examples/compare.ts';
import { keepRecorded } from '../examples/keep-recorded.ts';
import type { Provenance } from '../examples/provenance.ts';
import { recordingHash } from '../examples/recording-hash.ts';
import type { Command } from '../examples/session.ts';
import { replaceOutputs } from '../examples/session-format.ts';

/**
 * @param answers what the engine answered, complete
 * @returns ids of the steps whose output changed; empty when the file was left as it was
 */
export function writeRecording(
  example: Example,
  answers: Map<Command, Answer>,
  provenance: Omit<Provenance, 'recording'>,
): string[] {
  const { session, dir } = example;
  const { changed, answers: merged } = keepRecorded(
    session,
    answers,
    example.provenance?.recording === recordingHash(session),
  );
  if (changed.length === 0 && example.provenance?.recording === recordingHash(session)) return [];
  for (const [command, answer] of merged) Object.assign(command, answer);
  const path = join(dir, SESSION_FILE);
  writeFileSync(path, replaceOutputs(readFileSync(path, 'utf8'), session.steps));
  writeFileSync(
    join(dir, PROVENANCE_FILE),
    `${JSON.stringify({ ...provenance, recording: recordingHash(session) }, null, 2)}\n`,
  );
  return changed;
}
