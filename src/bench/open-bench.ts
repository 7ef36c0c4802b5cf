import { MAIN_ENGINE } from '../config/paths.ts';
import type { Requirement } from '../examples/directives.ts';
import { chosenEngine } from '../images/engines.ts';
import { askOnce } from './ask-once.ts';
import type { Bench } from './bench.ts';
import type { EnvironmentInfo } from './environment.ts';
import {
  chooseBench,
  needsKernel,
  needsNetwork,
  probeKernel,
  probeNetwork,
  UnmetError,
} from './requirements.ts';
import { Sandbox } from './sandbox.ts';
import { VmSandbox } from './vm/vm-sandbox.ts';

const ofThisRun = { key: ({ runId }: EnvironmentInfo) => runId };
const kernelOffers = askOnce((info: EnvironmentInfo) => ask(info, probeKernel), ofThisRun);
const networkOffers = askOnce((info: EnvironmentInfo) => ask(info, probeNetwork), ofThisRun);

/**
 * Opens a machine that meets some requirements: an ordinary sandbox where the engine's kernel does, and otherwise the
 * virtual machine.
 * @throws {UnmetError} when no machine meets them
 */
export async function openBench(
  info: EnvironmentInfo,
  requires: readonly Requirement[] = [],
): Promise<Bench> {
  return (await benchFor(info, requires)) === 'sandbox' ? Sandbox.open(info) : VmSandbox.open(info);
}

/**
 * Which machine meets some requirements. The kernel and the network are asked once a run, and only by who needs to know.
 * @throws {UnmetError} when none does
 */
export async function benchFor(
  info: EnvironmentInfo,
  requires: readonly Requirement[],
): Promise<'sandbox' | 'vm'> {
  const offers = await Promise.all([
    needsKernel(requires) ? kernelOffers(info) : [],
    needsNetwork(requires) ? networkOffers(info) : [],
  ]);
  const which = chooseBench(requires, offers.flat());
  if (which === 'sandbox' || chosenEngine() === MAIN_ENGINE) return which;
  throw new UnmetError('necesita la máquina virtual, que solo lleva el motor con el que se graba');
}

async function ask(
  info: EnvironmentInfo,
  probe: (sandbox: Sandbox) => Promise<Requirement[]>,
): Promise<Requirement[]> {
  await using sandbox = await Sandbox.open(info);
  // Awaited here: the sandbox is gone as soon as this returns.
  return await probe(sandbox);
}
