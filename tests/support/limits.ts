/** What the claims about limits share: containers, programs, and how to read the files of a container's group. */
import type { Run } from './claim.ts';

/** A container that does nothing. */
export const IDLE = 'busybox:1.37 sleep infinity';

/** A container that works without rest. */
export const BUSY = `busybox:1.37 sh -c 'while :; do :; done'`;

/** A program that holds 40 MiB for a moment; what it holds is no zeros, which a new kernel may not keep at all. */
export const HOLDS_40M = 'yes | head -c 40M | tail -c 40M > /dev/null';

/** Shell command that prints a file of the container's control group, whichever the version of cgroup. */
export function groupFile(container: string, ...names: string[]): string {
  const any = names.map((name) => `-name ${name}`).join(' -o ');
  return `docker exec ${container} find /sys/fs/cgroup -maxdepth 2 '(' ${any} ')' -exec cat {} +`;
}

/** Contents of several files of the container's control group, in one go: in the virtual machine each entry takes seconds. */
export async function limitsOf(run: Run, container: string, files: readonly string[]): Promise<string[]> {
  const read = files.map((file) => `echo "== "; find . -maxdepth 2 -name ${file} -exec cat {} +`);
  const text = await run.ok(`docker exec -w /sys/fs/cgroup ${container} sh -c '${read.join('; ')}'`);
  return text
    .split(/^== ?$/m)
    .slice(1)
    .map((part) => part.trim());
}
