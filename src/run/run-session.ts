/** Runs a session as a reader would type it, and gathers what the engine answers. */

import type { SessionHost } from '../bench/bench.ts';
import { undeclaredEnd } from '../bench/shell-end.ts';
import type { Answer } from '../examples/compare.ts';
import type { Command, Session, Step } from '../examples/session.ts';
import { cleanTerminal } from '../examples/terminal.ts';
import { applyHunk } from './edit-file.ts';

const POLL_MS = 100;

export interface SessionRun {
  answers: Map<Command, Answer>;
  /** Milliseconds of each step that ran. */
  durations: Map<Step, number>;
  /** The step at which the run stopped because a command ended with another exit code than the declared one. */
  stoppedAt?: Step;
}

/**
 * @param onStep called before each step, for progress
 * @param afterStep called after each step that answered as declared
 * @param anyCode goes on when a command ends with another exit code than the declared one
 * @throws Error when a wait or an edit cannot be done, or a command exceeds its time
 */
export async function runSession(
  host: SessionHost,
  session: Session,
  onStep?: (step: Step) => void,
  afterStep?: (step: Step) => Promise<void>,
  anyCode = false,
): Promise<SessionRun> {
  const run: SessionRun = { answers: new Map(), durations: new Map() };
  for (const step of session.steps) {
    onStep?.(step);
    const started = performance.now();
    await runStep(host, session, step, run, anyCode);
    run.durations.set(step, Math.round(performance.now() - started));
    if (
      !anyCode &&
      step.commands.some((command) => run.answers.get(command)?.exitCode !== command.exitCode)
    ) {
      run.stoppedAt = step;
      break;
    }
    await afterStep?.(step);
  }
  return run;
}

async function runStep(
  host: SessionHost,
  session: Session,
  step: Step,
  run: SessionRun,
  anyCode: boolean,
): Promise<void> {
  const { terminal, waitFor } = step.directives;
  const timeoutMs = step.directives.timeoutMs * (host.slowness ?? 1);
  const at = (line: number) => addPlace(`${session.file}:${line}`);
  if (waitFor) {
    const where = `${session.file}:${step.line}`;
    await waitUntil(host, waitFor, { terminal, timeoutMs }, where).catch(at(step.line));
  }
  if (step.edit) await editFile(host, step.edit.file, step.edit.hunk, terminal).catch(at(step.line));
  for (const command of step.commands) {
    const result = await (step.directives.tty
      ? host.type(command, { terminal, timeoutMs })
      : host.run(command.text, { terminal, timeoutMs })
    ).catch(at(command.line));
    const output = cleanTerminal(result.output, command.text);
    run.answers.set(command, { output, exitCode: result.exitCode });
    if (result.exitCode === command.exitCode) continue;
    if (result.ended)
      throw new Error(
        `${session.file}:${command.line}: ${undeclaredEnd(command.text, result.exitCode, output)}`,
      );
    if (!anyCode) return;
  }
}

/** Says where in the session an error arose, if it does not say it itself. */
function addPlace(place: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof Error && !error.message.includes(place))
      error.message = `${place}: ${error.message}`;
    throw error;
  };
}

/** Polls a command until it succeeds. */
export async function waitUntil(
  host: SessionHost,
  probe: string,
  options: { terminal?: string | undefined; timeoutMs: number },
  where: string,
): Promise<void> {
  const deadline = performance.now() + options.timeoutMs;
  for (;;) {
    const { exitCode, output } = await host.run(probe, { ...options, aside: true });
    if (exitCode === 0) return;
    if (performance.now() > deadline) {
      throw new Error(
        `${where}: la espera no se cumplió en ${options.timeoutMs / 1000} s: ${probe}\n${output}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function editFile(
  host: SessionHost,
  file: string,
  hunk: string[],
  terminal: string | undefined,
): Promise<void> {
  const read = await host.run(withFile('base64 -w0 < "$1"', file), { terminal, aside: true });
  if (read.exitCode !== 0) throw new Error(`No se puede cambiar «${file}»: ${read.output}`);
  const edited = Buffer.from(applyHunk(Buffer.from(read.output, 'base64').toString(), hunk, file));
  const write = withFile(`base64 -d > "$1" <<'FIN'\n${edited.toString('base64')}\nFIN\n`, file);
  const written = await host.run(write, { terminal, aside: true });
  if (written.exitCode !== 0) throw new Error(`No se puede cambiar «${file}»: ${written.output}`);
}

/** A script about a file, in a shell of its own: the session may have changed what names mean in its own one. */
function withFile(script: string, file: string): string {
  const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  return `/bin/sh -c ${quote(`PATH=/usr/local/bin:/usr/bin:/bin; ${script}`)} - ${quote(file)}`;
}
