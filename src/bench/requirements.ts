/** What an example may need of the kernel and of the network, and where that is to be had. */
import type { Requirement } from '../examples/directives.ts';
import type { SessionHost } from './bench.ts';

/** What the virtual machine offers, whatever the contributor's kernel; `vm` is to be one, which no sandbox is. */
const VM_OFFERS: readonly Requirement[] = ['cgroup2', 'systemd', 'apparmor', 'ipvs', 'vm'];

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

/**
 * What examples install from, each asked with the program that they install with and as that is configured: what it
 * answers is what an example would get.
 */
const INSTALLERS = [
  'docker run --rm debian:trixie-slim apt-get update -qq -o Acquire::Retries=0',
  'docker run --rm node:24-trixie-slim npm view ms version --fetch-retries=0 --fetch-timeout=15000',
  'docker run --rm python:3.13-slim-trixie pip download --quiet --no-deps --retries 0 --timeout 15 --dest /tmp six',
];

/** Asks a sandbox whether there is an Internet to install packages from. */
export async function probeNetwork(sandbox: SessionHost): Promise<Requirement[]> {
  for (const installer of INSTALLERS) {
    const { exitCode } = await sandbox.run(installer, { terminal: 'requisitos' });
    if (exitCode !== 0) return [];
  }
  return ['online'];
}
