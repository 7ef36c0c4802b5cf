/** Runs a session step by step and stops as soon as it answers something else than was recorded. */

import type { SessionHost } from '../../src/bench/bench.ts';
import { TimedOutError } from '../../src/bench/shell.ts';
import { type Answer, compareSession } from '../../src/examples/compare.ts';
import { typedIn } from '../../src/examples/redaction/rule.ts';
import type { Command, Session, Step } from '../../src/examples/session.ts';
import { sessionText } from '../../src/examples/typed.ts';
import { type Source, textOf } from '../../src/mutation/example-mutants.ts';
import { EngineWatch } from '../../src/run/engine-watch.ts';
import { runSession } from '../../src/run/run-session.ts';

export interface Trial {
  /** Id of the step that noticed something, and what; undefined when all answers are as recorded. */
  noticed?: { step: string; how: string };
  /** Milliseconds of each step that ran, by id. */
  durations: Map<string, number>;
}

/**
 * @param source what must be answered
 * @param typed the same steps and commands, perhaps with other texts
 * @param timeoutOf how long each command of a step may take
 */
export async function trySession(
  host: SessionHost,
  { session: recorded, files, left }: Source,
  typed: Session,
  timeoutOf: (step: Step) => number = (step) => step.directives.timeoutMs,
): Promise<Trial> {
  const answers = new Map<Command, Answer>();
  const text = textOf(files);
  const watch = left && new EngineWatch(host, typedIn(`${sessionText(recorded)}\n${text}`));
  const compare = (current?: string[]) =>
    compareSession(recorded, (_, command) => answers.get(command), text, {
      ...(left && current ? { remains: { recorded: left, current } } : {}),
    });
  const durations = new Map<string, number>();
  // As in run-example.ts: before the session goes anywhere.
  await watch?.look();
  for (const [index, step] of typed.steps.entries()) {
    const original = recorded.steps[index] as Step;
    const limited = { ...step, directives: { ...step.directives, timeoutMs: timeoutOf(step) } };
    const started = performance.now();
    try {
      const run = await runSession(
        host,
        { ...typed, steps: [limited] },
        undefined,
        () => watch?.look() ?? Promise.resolve(),
      );
      for (const [at, command] of step.commands.entries()) {
        const answer = run.answers.get(command);
        if (answer) answers.set(original.commands[at] as Command, answer);
      }
    } catch (error) {
      // An unmet wait, an edit that does not fit, a command that does not end: the step is red.
      // A command that took the machine with it (pivot_root in the wrong namespace) did not end either.
      if (!(error instanceof TimedOutError) && !(await isAlive(host))) throw error;
      return { noticed: { step: step.id, how: firstLine((error as Error).message) }, durations };
    }
    durations.set(step.id, performance.now() - started);
    const [difference] = compare();
    if (difference) return { noticed: { step: difference.step, how: difference.kind }, durations };
  }
  const [difference] = watch ? compare(watch.remains()) : [];
  return difference ? { noticed: { step: difference.step, how: difference.kind }, durations } : { durations };
}

/** Whether the machine itself still answers: then what went wrong was the session. */
async function isAlive(host: SessionHost): Promise<boolean> {
  try {
    return (await host.run('true', { terminal: 'mutar', timeoutMs: 10_000 })).exitCode === 0;
  } catch {
    return false;
  }
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
