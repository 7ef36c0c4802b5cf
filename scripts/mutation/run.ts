/** Goes through the mutants of many examples, tells what happens, and writes what was measured. */
import { join } from 'node:path';
import { startEnvironment } from '../../src/bench/environment.ts';
import { practiceFingerprint } from '../../src/examples/proof-fingerprint.ts';
import { noticesAnswer } from '../../src/mutation/example-mutants.ts';
import { measure, type Outcome } from '../../src/mutation/measure.ts';
import type { Mutant } from '../../src/mutation/mutant.ts';
import type { MutationResult } from '../../src/mutation/results.ts';
import { whyNotHere } from './bench.ts';
import { ExampleRun } from './example-run.ts';
import { inLanes } from './lanes.ts';
import type { Subject } from './load.ts';
import type { MutationOptions } from './options.ts';
import { Countdown, exampleLine, mutantLine, totals } from './report.ts';
import { saveResult } from './save.ts';

/** An example with the mutants that are to be measured. */
export interface Task extends Subject {
  chosen: Mutant[];
}

type Results = [string, MutationResult['kinds']][];

/** Measures mutants of outputs only: nothing runs and nothing is written. */
export async function measureOutputs(tasks: Task[]): Promise<void> {
  const results: Results = [];
  for (const task of tasks) {
    const { example, source, chosen } = task;
    const outcomes = new Map<string, Outcome>();
    for (const { id, change } of chosen)
      if ('answer' in change) outcomes.set(id, noticesAnswer(source, change) ? 'killed' : 'survived');
    results.push([example.id, tell(task, outcomes).kinds]);
  }
  for (const line of totals(results)) console.log(line);
}

/** Measures all kinds of mutants in sandboxes. Ctrl-C: no more are started, and what was measured is kept. */
export async function measureWithEngine(
  root: string,
  tasks: Task[],
  options: MutationOptions,
): Promise<void> {
  await using environment = await startEnvironment((line) => console.log(line), { seed: true });
  const { info } = environment;
  let stopped = false;
  // While the environment is being prepared, and the second time, Ctrl-C ends everything at once.
  process.once('SIGINT', () => {
    console.log('\nInterrumpido: acaban los que están en marcha, y lo medido se recuerda.');
    stopped = true;
  });
  const results: Results = [];
  const jobs: { task: Task; run: ExampleRun; mutant: Mutant | undefined }[] = [];
  const left = new Map<Task, number>();
  const reasons = new Map<Task, string>();
  for (const task of tasks) {
    const run = new ExampleRun(task, info, join(root, '.cache/mutantes'));
    const why = options.vm ? undefined : await whyNotHere(info, task.example.session.directives.requires);
    if (why) {
      reasons.set(task, why);
      task.chosen = task.chosen.filter(({ kind }) => kind === 'salidas');
    }
    run.compare(task.chosen);
    const own = task.chosen
      .filter((mutant) => mutant.kind !== 'salidas' && !run.recall(mutant))
      .map((mutant) => ({ task, run, mutant }));
    // An example all of whose outcomes are known must be told too.
    const list = own.length > 0 ? own : [{ task, run, mutant: undefined }];
    left.set(task, list.length);
    jobs.push(...list);
  }
  const countdown = new Countdown(jobs.length);
  // Those that touch what others see come last, one after the other.
  const isExclusive = ({ task }: (typeof jobs)[number]) => task.example.session.directives.exclusive;
  await inLanes(
    options.lanes,
    jobs.filter((job) => !isExclusive(job)),
    work,
    () => stopped,
  );
  await inLanes(1, jobs.filter(isExclusive), work, () => stopped);
  countdown.clear();
  console.log('');
  for (const line of totals(results)) console.log(line);

  async function work({ task, run, mutant }: (typeof jobs)[number]): Promise<void> {
    if (mutant) await measureOne(run, mutant);
    countdown.tick();
    const rest = (left.get(task) ?? 0) - 1;
    left.set(task, rest);
    if (rest === 0) await finish(task, run);
  }

  async function measureOne(run: ExampleRun, mutant: Mutant): Promise<void> {
    try {
      await run.measure(mutant);
    } catch (error) {
      // The machine, not the mutant: its outcome stays unknown.
      countdown.clear();
      console.error(`  ✘ ${run.example.id}: ${mutant.id}: ${(error as Error).message}`);
      process.exitCode = 1;
    }
  }

  async function finish(task: Task, run: ExampleRun): Promise<void> {
    const { example } = task;
    countdown.clear();
    const why = reasons.get(task);
    const ran = task.chosen.some(({ kind }) => kind !== 'salidas');
    const control = ran ? await run.control() : undefined;
    if (control?.broken) {
      console.error(
        `  ✘ ${example.id}: sin cambiar nada, ${control.broken}\n  Cómo arreglarlo: npm test -- ${example.id}`,
      );
      process.exitCode = 1;
      return;
    }
    if (options.detail) for (const [id, by] of run.noticedBy) console.log(`  cazado  ${id}  en ${by}`);
    const { kinds, survivors, complete } = tell(task, run.outcomes, why);
    results.push([example.id, kinds]);
    if (!options.complete || !complete) return;
    const engine = control?.engine ?? example.provenance?.engine ?? '';
    const date = new Date().toISOString().slice(0, 10);
    const result: MutationResult = { of: practiceFingerprint(example), date, engine, kinds, survivors };
    if (why) result.onlyOutputs = why;
    saveResult(root, example.id, result);
  }
}

/** Says what came of an example; wrong declarations make the run fail. */
function tell(task: Task, outcomes: ReadonlyMap<string, Outcome>, why?: string) {
  const { example, chosen, mutants, declarations } = task;
  const measured = measure(mutants, outcomes, declarations);
  for (const message of measured.stale) console.error(`  ✘ ${message}`);
  if (measured.stale.length > 0) process.exitCode = 1;
  for (const survivor of measured.survivors) console.log(mutantLine(survivor));
  console.log(`${exampleLine(example.id, measured.kinds)}${why ? ` · solo salidas: ${why}` : ''}`);
  const complete = chosen.every(({ id }) => outcomes.has(id) && outcomes.get(id) !== 'unknown');
  return { ...measured, complete };
}
