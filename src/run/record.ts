/** Writes what one run of an example answered into its session file: the whole run, or nothing. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Example, type Recording, recordingFiles, SESSION_FILE } from '../examples/catalog.ts';
import type { Answer, Difference } from '../examples/compare.ts';
import { compareExample } from '../examples/compare-example.ts';
import { findContradictions } from '../examples/contradictions.ts';
import type { Provenance } from '../examples/provenance.ts';
import { recordingHash } from '../examples/recording-hash.ts';
import { type Command, parseSession, type Session } from '../examples/session.ts';
import { replaceOutputs } from '../examples/session-format.ts';
import { typesTheSame } from '../examples/variants.ts';

/** What one run answered, did to its engine, and where. */
export interface Ran {
  /** Complete. */
  answers: Map<Command, Answer>;
  /** remains.ts */
  left: string[];
  provenance: Omit<Provenance, 'recording' | 'left'>;
}

/**
 * Leaves the recording as it is when the run agrees with it. Otherwise writes the run, every line of it: lines of two
 * runs would speak of processes and containers that never were at the same time.
 * @param example as it was read before the run
 * @param text the session file as it was read before the run: what the author has changed since is not overwritten
 * @param options.always writes the run even if the recording says the same
 * @returns ids of the steps whose output changed; `undefined` when everything was left as it was
 * @throws Error in Spanish, with nothing written, when the file has changed meanwhile or the run contradicts itself
 */
export function writeRecording(
  example: Example,
  text: string,
  ran: Ran,
  options: { always?: boolean } = {},
): string[] | undefined {
  const differences = compareExample(example, ran.answers, ran);
  if (differences.length === 0 && isGood(example) && !options.always) return undefined;
  write(example, text, ran);
  return stepsOf(differences);
}

/**
 * The same for another engine than the main one: what it answers is only kept if it is something else. The session is
 * that of the main engine, with other outputs and exit codes.
 * @param example as the main engine answers it
 * @returns ids of the steps that the engine answers otherwise; none when it answers as the main one, and needs no variant
 */
export function writeVariant(example: Example, text: string, ran: Ran, engine: string): string[] {
  const differences = compareExample(example, ran.answers, ran);
  const { [engine]: known } = example.variants;
  if (differences.length === 0) {
    for (const name of Object.values(recordingFiles(engine)))
      rmSync(join(example.dir, name), { force: true });
    return [];
  }
  const variant = known && { ...example, ...known };
  const answers = variant && sameCommands(example.session, variant.session, ran.answers);
  const agrees = answers && isGood(variant) && compareExample(variant, answers, ran).length === 0;
  if (!agrees) write(example, text, ran, engine);
  return stepsOf(differences);
}

/** Answers by the commands of another session that types the same; undefined when it types something else. */
function sameCommands(
  one: Session,
  other: Session,
  answers: ReadonlyMap<Command, Answer>,
): Map<Command, Answer> | undefined {
  if (!typesTheSame(one, other)) return undefined;
  const [mine, its] = [one, other].map(({ steps }) => steps.flatMap(({ commands }) => commands)) as [
    Command[],
    Command[],
  ];
  return new Map(mine.flatMap((command, at) => pair(its[at], answers.get(command))));
}

function pair(command: Command | undefined, answer: Answer | undefined): [Command, Answer][] {
  return command && answer ? [[command, answer]] : [];
}

/** It says what it was when it was recorded, and it is of one run. */
function isGood({ session, provenance }: Recording): boolean {
  const isTrusted = provenance?.left && provenance.recording === recordingHash(session, provenance.left);
  return isTrusted === true && findContradictions(session).length === 0;
}

function stepsOf(differences: readonly Difference[]): string[] {
  return [...new Set(differences.map(({ step }) => step))];
}

function write({ session, dir, id }: Example, text: string, ran: Ran, engine?: string): void {
  const { answers, left, provenance } = ran;
  const written = withAnswers(text, session, answers);
  const recorded = parseSession(written, session.file);
  const [contradiction] = findContradictions(recorded);
  if (contradiction)
    throw new Error(
      `${session.file}: lo que respondió esta ejecución se contradice: ${contradiction.thing} es ${contradiction.first.value} y ${contradiction.second}\n  Cómo arreglarlo: mira si la sesión cambia ese contenedor sin decirlo (docker start, docker rm…). No se grabó nada.`,
    );
  if (readFileSync(join(dir, SESSION_FILE), 'utf8') !== text)
    throw new Error(
      `${session.file} cambió mientras se grababa, y lo tuyo no se toca. No se grabó nada.\n  Cómo arreglarlo: guarda lo que estés escribiendo y repite npm run grabar ${id}`,
    );
  const names = recordingFiles(engine);
  writeFileSync(join(dir, names.session), written);
  writeFileSync(
    join(dir, names.provenance),
    `${JSON.stringify({ ...provenance, left, recording: recordingHash(recorded, left) }, null, 2)}\n`,
  );
}

/** The session file with the outputs of a run. */
function withAnswers(text: string, session: Session, answers: Map<Command, Answer>): string {
  const steps = session.steps.map((step) => ({
    ...step,
    commands: step.commands.map((command) => ({ ...command, ...answers.get(command) })),
  }));
  return replaceOutputs(text, steps);
}
