/** Rewrites the outputs and the provenance of an example from a run; keeps what did not really change. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Example, PROVENANCE_FILE, SESSION_FILE } from '../examples/catalog.ts';
import { type Answer, compareSession } from '../examples/compare.ts';
import type { Provenance } from '../examples/provenance.ts';
import type { Command } from '../examples/session.ts';
import { replaceOutputs } from '../examples/session-format.ts';

/**
 * @param answers what the engine answered, complete
 * @returns ids of the steps whose output changed; empty when the file was left as it was
 */
export function writeRecording(
  example: Example,
  answers: Map<Command, Answer>,
  provenance: Provenance,
): string[] {
  const { session, dir } = example;
  const changed = new Set(
    compareSession(session, (_, command) => answers.get(command)).map((difference) => difference.step),
  );
  if (changed.size === 0 && example.provenance) return [];
  // One changed step rewrites the whole session: mixing two runs would show identifiers that never met.
  for (const step of session.steps) {
    for (const command of step.commands) {
      const answer = answers.get(command);
      if (answer) Object.assign(command, answer);
    }
  }
  const path = join(dir, SESSION_FILE);
  writeFileSync(path, replaceOutputs(readFileSync(path, 'utf8'), session.steps));
  writeFileSync(join(dir, PROVENANCE_FILE), `${JSON.stringify(provenance, null, 2)}\n`);
  return [...changed];
}
