import type { Requirement } from '../examples/directives.ts';
import type { Bench } from './bench.ts';
import type { EnvironmentInfo } from './environment.ts';
import { chooseBench, needsKernel, probeKernel } from './requirements.ts';
import { Sandbox } from './sandbox.ts';
import { VmSandbox } from './vm/vm-sandbox.ts';

let kernelOffers: Promise<Requirement[]> | undefined;

/**
 * Opens a machine that meets some requirements: an ordinary sandbox where the engine's kernel does, and otherwise the
 * virtual machine.
 */
export async function openBench(
  info: EnvironmentInfo,
  requires: readonly Requirement[] = [],
): Promise<Bench> {
  if (!needsKernel(requires)) return Sandbox.open(info);
  kernelOffers ??= askKernel(info);
  return chooseBench(requires, await kernelOffers) === 'vm' ? VmSandbox.open(info) : Sandbox.open(info);
}

async function askKernel(info: EnvironmentInfo): Promise<Requirement[]> {
  await using sandbox = await Sandbox.open(info);
  // Awaited here: the sandbox is gone as soon as this returns.
  return await probeKernel(sandbox);
}
