/** What claims of several pages share. */
import type { Run } from '../../support/claim.ts';

export const SLEEP = 'busybox:1.37 sleep 1000';

/** PID of a container as the machine of its engine numbers it. */
export function pidOf(run: Run, container: string): Promise<string> {
  return run.ok(`docker inspect -f '{{.State.Pid}}' ${container}`);
}

/** Runs a command as a user without privileges and outside the group docker. */
export function asNobody(command: string): string {
  return `setpriv --reuid nobody --regid nogroup --clear-groups --reset-env ${command}`;
}

/** A second engine, in a container of the first, that is not started yet. */
export async function addEngine(run: Run): Promise<void> {
  await run.ok('docker run -d --privileged --name motor --entrypoint sleep docker:29-dind infinity');
}

/** Starts the daemon of the second engine. */
export async function startEngine(run: Run, options = ''): Promise<void> {
  await run.ok(`docker exec -d motor dockerd-entrypoint.sh ${options || '--log-level=warn'}`);
  await run.until('docker exec motor docker info');
}

/** A second daemon in the same machine that writes down each request; answers how to talk to it. */
export async function debuggedEngine(run: Run, environment = ''): Promise<string> {
  await run.ok(
    `(${environment} dockerd --debug --data-root /var/lib/docker/d --exec-root /tmp/e --pidfile /tmp/d.pid --bridge none ` +
      '--iptables=false --ip6tables=false --host unix:///tmp/d.sock > /tmp/registro 2>&1 &)',
  );
  await run.until('docker -H unix:///tmp/d.sock info');
  return 'docker -H unix:///tmp/d.sock';
}
