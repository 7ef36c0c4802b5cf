/** Writes what one run of an example answered into its session file: the whole run, or nothing. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Example, PROVENANCE_FILE, SESSION_FILE } from '../examples/catalog.ts';
import type { Answer } from '../examples/compare.ts';
import { compareExample } from '../examples/compare-example.ts';
import { findContradictions } from '../examples/contradictions.ts';
import type { Provenance } from '../examples/provenance.ts';
import { recordingHash } from '../examples/recording-hash.ts';
import { type Command, parseSession, type Session } from '../examples/session.ts';
import { replaceOutputs } from '../examples/session-format.ts';

/**
 * Leaves the recording as it is when the run agrees with it. Otherwise writes the run, every line of it: lines of two
 * runs would speak of processes and containers that never were at the same time.
 * @param example as it was read before the run
 * @param text the session file as it was read before the run: what the author has changed since is not overwritten
 * @param answers what the engine answered in that run, complete
 * @param left what the session left in the engine (remains.ts)
 * @param options.always writes the run even if the recording says the same
 * @returns ids of the steps whose output changed; `undefined` when everything was left as it was
 * @throws Error in Spanish, with nothing written, when the file has changed meanwhile or the run contradicts itself
 */
export function writeRecording(
  example: Example,
  text: string,
  answers: Map<Command, Answer>,
  left: string[],
  provenance: Omit<Provenance, 'recording' | 'left'>,
  options: { always?: boolean } = {},
): string[] | undefined {
  const { session, dir } = example;
  const differences = compareExample(example, answers, { left });
  const known = example.provenance;
  const isTrusted = known?.left && known.recording === recordingHash(session, known.left);
  const isGood = differences.length === 0 && isTrusted && findContradictions(session).length === 0;
  if (isGood && !options.always) return undefined;
  const written = withAnswers(text, session, answers);
  const recorded = parseSession(written, session.file);
  const [contradiction] = findContradictions(recorded);
  if (contradiction)
    throw new Error(
      `${session.file}: lo que respondió esta ejecución se contradice: ${contradiction.thing} es ${contradiction.first.value} y ${contradiction.second}\n  Remedio: mira si la sesión cambia ese contenedor sin decirlo (docker start, docker rm…). No se grabó nada.`,
    );
  const path = join(dir, SESSION_FILE);
  if (readFileSync(path, 'utf8') !== text)
    throw new Error(
      `${session.file} cambió mientras se grababa, y lo tuyo no se toca. No se grabó nada.\n  Remedio: guarda lo que estés escribiendo y repite npm run grabar ${example.id}`,
    );
  writeFileSync(path, written);
  writeFileSync(
    join(dir, PROVENANCE_FILE),
    `${JSON.stringify({ ...provenance, left, recording: recordingHash(recorded, left) }, null, 2)}\n`,
  );
  return [...new Set(differences.map(({ step }) => step))];
}

/** The session file with the outputs of a run. */
function withAnswers(text: string, session: Session, answers: Map<Command, Answer>): string {
  const steps = session.steps.map((step) => ({
    ...step,
    commands: step.commands.map((command) => ({ ...command, ...answers.get(command) })),
  }));
  return replaceOutputs(text, steps);
}
