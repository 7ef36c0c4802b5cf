/** A claim of the guide and the experiment that proves it on a real engine. */
import type { Bench } from '../../src/bench/bench.ts';
import type { Requirement } from '../../src/examples/directives.ts';

export { expect } from 'vitest';

export interface ClaimOptions {
  /** Entries of docs/cobertura.md (A-nnn) that this experiment proves. */
  proves?: string[];
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

type Experiment = (tools: { run: Run; sandbox: Bench }) => Promise<void>;

export interface RegisteredClaim {
  id: string;
  /** File of the page's claims, relative to the root. */
  file: string;
  options: ClaimOptions;
  experiment: Experiment;
}

const registered: RegisteredClaim[] = [];
let reading = '';

/**
 * Registers the one experiment that proves a claim.
 * @param id the same as in `<Afirmacion id>`
 */
export function claim(id: string, options: ClaimOptions, experiment: Experiment): void {
  registered.push({ id, file: reading, options, experiment });
}

/**
 * Reads the files of claims, one after another.
 * @param files how to load each, by its path relative to the root
 */
export async function readClaims(
  files: Readonly<Record<string, () => Promise<unknown>>>,
): Promise<readonly RegisteredClaim[]> {
  for (const [file, load] of Object.entries(files)) {
    reading = file;
    await load();
  }
  return registered;
}
