/** What an example may need of the kernel, and where that is to be had. */
import type { Requirement } from '../examples/directives.ts';
import type { SessionHost } from './bench.ts';

/** What the virtual machine offers, whatever the contributor's kernel. */
const VM_OFFERS: readonly Requirement[] = ['cgroup2', 'systemd', 'apparmor', 'ipvs'];

/** What depends on the kernel of the engine. */
const OF_THE_KERNEL: readonly Requirement[] = ['cgroup1', ...VM_OFFERS];

/** Thrown when neither the engine's kernel nor the virtual machine meets a requirement. */
export class UnmetError extends Error {}

/** Decides on which machine a session runs: in the virtual one only if the engine's own kernel lacks something. */
export function chooseBench(
  requires: readonly Requirement[],
  kernelOffers: readonly Requirement[],
): 'sandbox' | 'vm' {
  if (requires.includes('cgroup1') && !kernelOffers.includes('cgroup1')) {
    throw new UnmetError('necesita cgroup v1, y este equipo usa cgroup v2: aquí responde otra cosa');
  }
  return VM_OFFERS.some((offer) => requires.includes(offer) && !kernelOffers.includes(offer))
    ? 'vm'
    : 'sandbox';
}

/** Whether a session needs something that not every kernel has. */
export function needsKernel(requires: readonly Requirement[]): boolean {
  return requires.some((requirement) => OF_THE_KERNEL.includes(requirement));
}

// A rule that matches on IPVS makes the kernel load its module, if it has one.
const PROBE = `
if [ "$(docker info --format '{{.CgroupVersion}}')" = 2 ] && grep -qw memory /sys/fs/cgroup/cgroup.subtree_control
then echo cgroup2; fi
if [ "$(docker info --format '{{.CgroupVersion}}')" = 1 ]; then echo cgroup1; fi
if [ "$(docker info --format '{{.CgroupDriver}}')" = systemd ]; then echo systemd; fi
if docker info --format '{{.SecurityOptions}}' | grep -q apparmor; then echo apparmor; fi
iptables -N requisitos && iptables -A requisitos -m ipvs --ipvs -j RETURN
iptables -F requisitos; iptables -X requisitos
if [ -e /proc/net/ip_vs ]; then echo ipvs; fi`;

/** Asks a sandbox what the kernel of its engine offers. */
export async function probeKernel(sandbox: SessionHost): Promise<Requirement[]> {
  const { output } = await sandbox.run(PROBE, { terminal: 'requisitos' });
  return OF_THE_KERNEL.filter((offer) => output.split('\n').includes(offer));
}
