import { MAIN_ENGINE } from '../config/paths.ts';
import type { Requirement } from '../examples/directives.ts';
import { chosenEngine } from '../images/engines.ts';
import { askOnce } from './ask-once.ts';
import type { Bench } from './bench.ts';
import type { EnvironmentInfo } from './environment.ts';
import { chooseBench, needsKernel, probeKernel, UnmetError } from './requirements.ts';
import { Sandbox } from './sandbox.ts';
import { VmSandbox } from './vm/vm-sandbox.ts';

const kernelOffers = askOnce(askKernel, { key: ({ runId }) => runId });

/**
 * Opens a machine that meets some requirements: an ordinary sandbox where the engine's kernel does, and otherwise the
 * virtual machine.
 */
export async function openBench(
  info: EnvironmentInfo,
  requires: readonly Requirement[] = [],
): Promise<Bench> {
  if (!needsKernel(requires)) return Sandbox.open(info);
  if (chooseBench(requires, await kernelOffers(info)) === 'sandbox') return Sandbox.open(info);
  if (chosenEngine() === MAIN_ENGINE) return VmSandbox.open(info);
  throw new UnmetError('necesita la máquina virtual, que solo lleva el motor con el que se graba');
}

async function askKernel(info: EnvironmentInfo): Promise<Requirement[]> {
  await using sandbox = await Sandbox.open(info);
  // Awaited here: the sandbox is gone as soon as this returns.
  return await probeKernel(sandbox);
}
