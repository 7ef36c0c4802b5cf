/** What an example may need of the kernel, and where that is to be had. */
import type { Requirement } from '../examples/directives.ts';
import type { SessionHost } from './run-session.ts';

/** What the virtual machine offers, whatever the contributor's kernel. */
const VM_OFFERS: readonly Requirement[] = ['cgroup2', 'ipvs'];

/** Decides on which machine a session runs: in the virtual one only if the engine's own kernel lacks something. */
export function chooseBench(
  requires: readonly Requirement[],
  kernelOffers: readonly Requirement[],
): 'sandbox' | 'vm' {
  return VM_OFFERS.some((offer) => requires.includes(offer) && !kernelOffers.includes(offer))
    ? 'vm'
    : 'sandbox';
}

/** Whether a session needs something that not every kernel has. */
export function needsKernel(requires: readonly Requirement[]): boolean {
  return requires.some((requirement) => VM_OFFERS.includes(requirement));
}

// A rule that matches on IPVS makes the kernel load its module, if it has one.
const PROBE = `
if [ "$(docker info --format '{{.CgroupVersion}}')" = 2 ] && grep -qw memory /sys/fs/cgroup/cgroup.subtree_control
then echo cgroup2; fi
iptables -N requisitos && iptables -A requisitos -m ipvs --ipvs -j RETURN
iptables -F requisitos; iptables -X requisitos
if [ -e /proc/net/ip_vs ]; then echo ipvs; fi`;

/** Asks a sandbox what the kernel of its engine offers. */
export async function probeKernel(sandbox: SessionHost): Promise<Requirement[]> {
  const { output } = await sandbox.run(PROBE, { terminal: 'requisitos' });
  return VM_OFFERS.filter((offer) => output.split('\n').includes(offer));
}
