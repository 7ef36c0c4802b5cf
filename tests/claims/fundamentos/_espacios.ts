/** What claims of several pages share. */
import type { Run } from '../../support/claim.ts';

export const BUSYBOX = 'busybox:1.37';

export const SLEEP = `${BUSYBOX} sleep infinity`;

export const KINDS = ['mnt', 'pid', 'net', 'uts', 'ipc', 'cgroup', 'user', 'time'] as const;

/** PID with which the host knows a container's main process. */
export function hostPid(run: Run, container: string): Promise<string> {
  return run.ok(`docker inspect -f '{{.State.Pid}}' ${container}`);
}

/** Kinds of namespace that a process shares with the host's shell. */
export async function sharedKinds(run: Run, pid: string): Promise<string[]> {
  const shared = [];
  for (const kind of KINDS) {
    const [here, there] = (await run.ok(`readlink /proc/$$/ns/${kind} /proc/${pid}/ns/${kind}`)).split('\n');
    if (here === there) shared.push(kind);
  }
  return shared;
}

/** Starts a process in new namespaces that stays there; returns its PID once it has left the host's. */
export async function inhabit(run: Run, options: string): Promise<string> {
  const parent = await run.ok(`(unshare ${options} sleep 1000 & echo $!)`);
  if (!options.includes('--fork')) {
    await run.until(`grep -q sleep /proc/${parent}/comm`);
    return parent;
  }
  await run.until(`pgrep -P ${parent}`);
  return run.ok(`pgrep -P ${parent}`);
}

/** Files of busybox in the folder `imagen`. */
export async function exportImage(run: Run): Promise<void> {
  await run.ok(
    `docker create --name molde ${BUSYBOX} && mkdir imagen && docker export molde | tar -x -C imagen`,
  );
}
