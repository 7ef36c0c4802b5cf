/** Machines for mutants: as those of the tests, but with an end to their memory. */
import { totalmem } from 'node:os';
import type { Bench } from '../../src/bench/bench.ts';
import type { EnvironmentInfo } from '../../src/bench/environment.ts';
import { benchFor, openBench } from '../../src/bench/open-bench.ts';
import { UnmetError } from '../../src/bench/requirements.ts';
import { Sandbox } from '../../src/bench/sandbox.ts';
import { dockerCli } from '../../src/engine/cli.ts';
import type { Requirement } from '../../src/examples/directives.ts';

/** Part of the machine's memory that a sandbox may take. */
const SHARE = 4;

/** Opens a machine. Who drops `-m 32m` from a program that eats memory must not eat the contributor's. */
export async function openMutantBench(
  info: EnvironmentInfo,
  requires: readonly Requirement[],
): Promise<Bench> {
  const bench = await openBench(info, requires);
  if (bench instanceof Sandbox) {
    const limit = String(Math.floor(totalmem() / SHARE));
    await dockerCli(['update', '--memory', limit, '--memory-swap', limit, bench.id]);
  }
  return bench;
}

/** Why an example cannot run here without the virtual machine, in Spanish; undefined when it can. */
export async function whyNotHere(
  info: EnvironmentInfo,
  requires: readonly Requirement[],
): Promise<string | undefined> {
  try {
    return (await benchFor(info, requires)) === 'vm' ? 'necesita la máquina virtual (--vm)' : undefined;
  } catch (error) {
    if (error instanceof UnmetError) return error.message;
    throw error;
  }
}
