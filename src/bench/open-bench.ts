import { MAIN_ENGINE } from '../config/paths.ts';
import type { Requirement } from '../examples/directives.ts';
import { chosenEngine } from '../images/engines.ts';
import type { Bench } from './bench.ts';
import type { EnvironmentInfo } from './environment.ts';
import { chooseBench, needsKernel, probeKernel, UnmetError } from './requirements.ts';
import { Sandbox } from './sandbox.ts';
import { VmSandbox } from './vm/vm-sandbox.ts';

let kernelOffers: Promise<Requirement[]> | undefined;

/**
 * Decides where something runs: in an ordinary sandbox where the engine's kernel meets its requirements, and otherwise
 * in the virtual machine.
 * @throws UnmetError when neither will do
 */
export async function whichBench(
  info: EnvironmentInfo,
  requires: readonly Requirement[] = [],
): Promise<'sandbox' | 'vm'> {
  if (!needsKernel(requires)) return 'sandbox';
  kernelOffers ??= askKernel(info);
  const which = chooseBench(requires, await kernelOffers);
  if (which === 'sandbox' || chosenEngine() === MAIN_ENGINE) return which;
  throw new UnmetError('necesita la máquina virtual, que solo lleva el motor con el que se graba');
}

/** Opens a machine that meets some requirements. */
export async function openBench(
  info: EnvironmentInfo,
  requires: readonly Requirement[] = [],
): Promise<Bench> {
  return (await whichBench(info, requires)) === 'sandbox' ? Sandbox.open(info) : VmSandbox.open(info);
}

async function askKernel(info: EnvironmentInfo): Promise<Requirement[]> {
  await using sandbox = await Sandbox.open(info);
  // Awaited here: the sandbox is gone as soon as this returns.
  return await probeKernel(sandbox);
}
