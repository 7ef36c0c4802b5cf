/** What an example may need of the kernel and of the network, and where that is to be had. */
import type { Requirement } from '../examples/directives.ts';
import type { SessionHost } from './bench.ts';

/** What the virtual machine offers, whatever the contributor's kernel. */
const VM_OFFERS: readonly Requirement[] = ['cgroup2', 'systemd', 'apparmor', 'ipvs'];

/** What depends on the kernel of the engine. */
const OF_THE_KERNEL: readonly Requirement[] = ['cgroup1', ...VM_OFFERS];

/** Thrown when neither the engine's machine nor the virtual one meets a requirement. */
export class UnmetError extends Error {}

/**
 * Decides on which machine a session runs: in the virtual one only if the engine's own kernel lacks something.
 * @param offers of what is required, what the engine's machine has
 * @throws {UnmetError} when no machine has it
 */
export function chooseBench(
  requires: readonly Requirement[],
  offers: readonly Requirement[],
): 'sandbox' | 'vm' {
  const lacks = (requirement: Requirement) => requires.includes(requirement) && !offers.includes(requirement);
  if (lacks('cgroup1')) {
    throw new UnmetError('necesita cgroup v1, y este equipo usa cgroup v2: aquí responde otra cosa');
  }
  if (lacks('online')) {
    throw new UnmetError(
      'necesita Internet: desde el banco de pruebas no responden a la vez PyPI, npm y los paquetes de Debian',
    );
  }
  return VM_OFFERS.some(lacks) ? 'vm' : 'sandbox';
}

/** Whether a session needs something that not every kernel has. */
export function needsKernel(requires: readonly Requirement[]): boolean {
  return requires.some((requirement) => OF_THE_KERNEL.includes(requirement));
}

/** Whether a session needs more of the network than the run's own hub. */
export function needsNetwork(requires: readonly Requirement[]): boolean {
  return requires.includes('online');
}

// A rule that matches on IPVS makes the kernel load its module, if it has one.
const KERNEL = `
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
  const { output } = await sandbox.run(KERNEL, { terminal: 'requisitos' });
  return OF_THE_KERNEL.filter((offer) => output.split('\n').includes(offer));
}

// What the images of the guide install from. Who answers with an error is no mirror; whose certificate it has is not asked.
const NETWORK = `
mirror=$(sed -n 's/^URIs: *\\([^ ]*\\).*/\\1/p' /etc/apt/sources.list.d/*.sources | head -1)
for url in https://pypi.org/simple/six/ https://registry.npmjs.org/ms "$mirror/dists/trixie/Release"; do
  curl --fail --silent --insecure --location --max-time 15 --output /dev/null "$url" || exit
done
echo online`;

/** Asks a sandbox whether there is an Internet to install packages from. */
export async function probeNetwork(sandbox: SessionHost): Promise<Requirement[]> {
  // In a subshell, which it may leave.
  const { output } = await sandbox.run(`(${NETWORK}\n)`, { terminal: 'requisitos' });
  return output.trim() === 'online' ? ['online'] : [];
}
