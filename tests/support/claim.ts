/** A claim of the guide and the experiment that proves it on a real engine. */
import { relative } from 'node:path';
import { expect, inject, test } from 'vitest';
import type { Bench } from '../../src/bench/bench.ts';
import type { Requirement } from '../../src/examples/directives.ts';
import { decide } from './changed-only.ts';
import { engineFacts } from './facts.ts';
import { openOrSkip } from './open-or-skip.ts';

export { expect };

export interface ClaimOptions {
  /** Entries of docs/cobertura.md (A-nnn) that this experiment proves. */
  proves: string[];
  /** What it needs of the kernel; the virtual machine has it where this one does not. */
  requires?: Requirement[];
}

export interface Run {
  /** Runs a command in the claim's own sandbox, in one persistent shell. */
  (command: string): Promise<{ output: string; exitCode: number; ms: number }>;
  /** The same, and fails unless the exit code is 0; returns the output without blanks at its ends. */
  ok(command: string): Promise<string>;
  /** Polls until the command succeeds. */
  until(command: string, timeoutMs?: number): Promise<void>;
}

/**
 * Registers the one test that proves a claim.
 * @param id the same as in `<Afirmacion id>`
 */
export function claim(
  id: string,
  options: ClaimOptions,
  experiment: (tools: { run: Run; sandbox: Bench }) => Promise<void>,
): void {
  test(id, async ({ task, skip }) => {
    Object.assign(task.meta, { claim: { id, proves: options.proves } });
    const file = relative(process.cwd(), task.file.filepath);
    const decision = await decide(`afirmación ${id}`, { sources: [file], images: [] });
    if (decision.skip) skip(decision.skip);
    await using sandbox = await openOrSkip(inject('environment'), options.requires ?? [], skip);
    Object.assign(task.meta, { facts: await engineFacts(sandbox) });
    await experiment({ run: runner(sandbox), sandbox });
    decision.proved();
  });
}

function runner(sandbox: Bench): Run {
  const { slowness = 1 } = sandbox;
  const run = ((command: string) => sandbox.run(command)) as Run;
  run.ok = async (command) => {
    const { output, exitCode } = await sandbox.run(command);
    if (exitCode !== 0) throw new Error(`La orden salió con el código ${exitCode}: ${command}\n${output}`);
    return output.trim();
  };
  run.until = async (command, timeoutMs = 30_000) => {
    const deadline = performance.now() + timeoutMs * slowness;
    for (;;) {
      const { output, exitCode } = await sandbox.run(command);
      if (exitCode === 0) return;
      if (performance.now() > deadline)
        throw new Error(`No se cumplió en ${timeoutMs / 1000} s: ${command}\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  return run;
}
