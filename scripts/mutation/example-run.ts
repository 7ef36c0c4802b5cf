/** Measures the mutants of one example: its control first, then each of them in a machine of its own. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { EnvironmentInfo } from '../../src/bench/environment.ts';
import type { Example } from '../../src/examples/catalog.ts';
import { practiceFingerprint } from '../../src/examples/proof-fingerprint.ts';
import type { Step } from '../../src/examples/session.ts';
import { filesBelow } from '../../src/machine/files-below.ts';
import { noticesAnswer, type Source } from '../../src/mutation/example-mutants.ts';
import type { Outcome } from '../../src/mutation/measure.ts';
import type { Mutant } from '../../src/mutation/mutant.ts';
import { mutatedSession } from '../../src/mutation/mutated-session.ts';
import { readEngineFacts } from '../../src/run/read-provenance.ts';
import { openMutantBench } from './bench.ts';
import { OutcomeCache, type Remembered } from './cache.ts';
import type { Subject } from './load.ts';
import { withMutatedFolder } from './mutated-folder.ts';
import { type Trial, trySession } from './try-session.ts';

/** A step of a mutant may take so many times as long as the original one, and at least so long. */
const PATIENCE = 5;
const LEAST_MS = 15_000;
/** Of a command without its `-d` little more is to be expected. */
const LEAST_HANGING_MS = 5000;

const COMPARISON = ['src/examples', 'src/mutation'];

export interface Control {
  /** Milliseconds of each step, by id. */
  durations: Map<string, number>;
  engine: string;
  /** Why the example does not answer here as recorded, in Spanish: then its mutants prove nothing. */
  broken?: string;
}

export class ExampleRun {
  readonly example: Example;
  readonly outcomes = new Map<string, Outcome>();
  /** The step that noticed each mutant, and how. */
  readonly noticedBy = new Map<string, string>();
  readonly #source: Source;
  readonly #info: EnvironmentInfo;
  readonly #cache: OutcomeCache;
  #control: Promise<Control> | undefined;

  constructor(
    { example, source }: Pick<Subject, 'example' | 'source'>,
    info: EnvironmentInfo,
    cacheFolder: string,
  ) {
    this.example = example;
    this.#source = source;
    this.#info = info;
    const key = createHash('sha256').update(practiceFingerprint(example)).update(info.sandboxImageId);
    // What decides whether an answer is another one.
    for (const file of COMPARISON.flatMap(filesBelow)) key.update(readFileSync(file));
    this.#cache = new OutcomeCache(cacheFolder, example.id, key.digest('hex').slice(0, 16));
  }

  /** Whether the outcome of a mutant was already known. */
  recall(mutant: Mutant): boolean {
    const known = this.#cache.get(mutant);
    if (known) this.#keep(mutant, known);
    return known !== undefined;
  }

  /** Runs the example as it is; once. */
  control(): Promise<Control> {
    // What goes wrong with the machine is told once, and not for each mutant.
    this.#control ??= this.#runControl().catch((error) => ({
      durations: new Map(),
      engine: '',
      broken: `no se pudo ejecutar: ${(error as Error).message}`,
    }));
    return this.#control;
  }

  async #runControl(): Promise<Control> {
    const { session } = this.example;
    await using bench = await openMutantBench(this.#info, session.directives.requires);
    const { engine } = await readEngineFacts(bench);
    await bench.enterFolder(this.example.dir, basename(this.example.dir));
    const { noticed, durations } = await trySession(bench, this.#source, session);
    return noticed
      ? {
          durations,
          engine,
          broken: `el paso «${noticed.step}» no responde como está grabado (${noticed.how})`,
        }
      : { durations, engine };
  }

  /** Measures those mutants for which nothing has to run. */
  compare(mutants: Mutant[]): void {
    for (const { id, change } of mutants)
      if ('answer' in change)
        this.outcomes.set(id, noticesAnswer(this.#source, change) ? 'killed' : 'survived');
  }

  /** Measures one mutant; what goes wrong with the machine itself leaves its outcome unknown. */
  async measure(mutant: Mutant): Promise<Outcome> {
    const remembered = await this.#tryMutant(mutant);
    this.#keep(mutant, remembered);
    if (remembered.outcome !== 'unknown') this.#cache.set(mutant, remembered);
    return remembered.outcome;
  }

  #keep({ id }: Mutant, { outcome, by }: Remembered): void {
    this.outcomes.set(id, outcome);
    if (by) this.noticedBy.set(id, by);
  }

  async #tryMutant(mutant: Mutant): Promise<Remembered> {
    const { session, dir } = this.example;
    const { durations, broken } = await this.control();
    if (broken) return { outcome: 'unknown' };
    let trial: Trial | undefined;
    await withMutatedFolder(dir, mutant, async (folder) => {
      await using bench = await openMutantBench(this.#info, session.directives.requires);
      await bench.enterFolder(folder, basename(dir));
      trial = await trySession(bench, this.#source, mutatedSession(session, mutant), (step) =>
        patience(step, durations.get(step.id) ?? 0, mutant),
      );
    });
    const noticed = trial?.noticed;
    return noticed ? { outcome: 'killed', by: `${noticed.step} (${noticed.how})` } : { outcome: 'survived' };
  }
}

function patience(step: Step, usualMs: number, { change, mayHang }: Mutant): number {
  const isIts = 'command' in change && step.commands.some(({ line }) => line === change.command);
  const least = mayHang && isIts ? LEAST_HANGING_MS : LEAST_MS;
  return Math.min(step.directives.timeoutMs, Math.max(least, PATIENCE * Math.round(usualMs)));
}
