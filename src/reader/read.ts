/** Reads a page as its readers do: types what it gives in a fresh engine, and compares with what it shows. */
import type { SessionHost } from '../bench/bench.ts';
import { type Answer, compareSession, type Difference } from '../examples/compare.ts';
import { explainDifferences } from '../examples/explain.ts';
import type { Command, Session } from '../examples/session.ts';
import { filesText } from '../examples/typed.ts';
import { runSession } from '../run/run-session.ts';
import { withoutDownload } from './downloads.ts';
import type { Examples, Reading } from './plan.ts';

/** What became of a page. */
export interface Outcome {
  name: string;
  /** Commands that the page gives to type. */
  commands: number;
  /** Those that answered as the page shows. */
  right: number;
  /** Those that ended with another exit code. */
  wrongCode: number;
  /** Those that ended as they should, and said something else. */
  wrongLines: number;
  /** Those that were not reached, because one before could not be done at all. */
  notReached: number;
  /** Waits that the page does not show, and that the reader did by waiting. */
  waits: number;
  /** Downloads that the page leaves out. */
  downloads: number;
  /** What to mend, told. */
  problems: string[];
}

/**
 * Reads a page in a fresh engine, from the folder in which a terminal opens.
 * @returns never an error of the page: what could not be done is among the problems
 */
export async function readPage(host: SessionHost, reading: Reading, examples: Examples): Promise<Outcome> {
  const typed = await typeAll(host, reading, examples);
  const own = reading.steps.filter((step) => step.own);
  const commands = own.flatMap(({ step }) => step.commands);
  const downloads = commands.filter((command) => dropDownload(command, typed.answers)).length;
  const differences = differencesOf(reading, examples, typed.answers);
  const wrongCode = new Set(differences.filter(({ kind }) => kind === 'exit-code').map(placeOf));
  const wrong = new Set(differences.map(placeOf));
  const notReached = commands.filter((command) => !typed.answers.has(command)).length;
  return {
    name: reading.name,
    commands: commands.length,
    right: commands.length - wrong.size - notReached,
    wrongCode: wrongCode.size,
    wrongLines: wrong.size - wrongCode.size,
    notReached,
    waits: own.filter(({ step }) => step.directives.waitFor).length,
    downloads,
    problems: [
      ...differences.map((difference) => explainDifferences([difference], difference.file)),
      ...(typed.stopped ? [typed.stopped] : []),
    ],
  };
}

interface Typed {
  answers: Map<Command, Answer>;
  /** Why the reading could not go on. */
  stopped?: string;
}

async function typeAll(host: SessionHost, reading: Reading, examples: Examples): Promise<Typed> {
  const answers: Typed['answers'] = new Map();
  for (const { example, step } of reading.steps) {
    const session: Session = { ...examples(example).session, steps: [step] };
    try {
      const run = await runSession(host, session, undefined, undefined, true);
      for (const [command, answer] of run.answers) answers.set(command, answer);
    } catch (error) {
      return { answers, stopped: `${reading.name}: no se puede seguir\n${(error as Error).message}` };
    }
  }
  return { answers };
}

/** Leaves out of an answer the download that the page does not show; answers whether there was one. */
function dropDownload(command: Command, answers: Typed['answers']): boolean {
  const answer = answers.get(command);
  if (!answer) return false;
  const { output, downloaded } = withoutDownload(command.output, answer.output);
  answers.set(command, { ...answer, output });
  return downloaded;
}

type PlacedDifference = Difference & { file: string };

const placeOf = ({ file, line }: PlacedDifference) => `${file}:${line}`;

/** Each example by itself: they were recorded in engines of their own, where other things had the same numbers. */
function differencesOf(reading: Reading, examples: Examples, answers: Typed['answers']): PlacedDifference[] {
  return [...Map.groupBy(reading.steps, ({ example }) => example)].flatMap(([id, read]) => {
    const example = examples(id);
    const session: Session = { ...example.session, steps: read.map(({ step }) => step) };
    const found = compareSession(session, (_, command) => answers.get(command), filesText(example));
    const ownLines = new Set(
      read.filter(({ own }) => own).flatMap(({ step }) => step.commands.map(({ line }) => line)),
    );
    return found
      .filter(({ line }) => ownLines.has(line))
      .map((difference) => ({ ...difference, file: session.file }));
  });
}
