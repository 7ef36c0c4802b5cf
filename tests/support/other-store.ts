/** A second engine in the same machine that keeps images as Docker did before version 29. */
import type { Run } from './claim.ts';

/**
 * Starts it, and gives it an image that the first engine has.
 * @param image reference, such as `busybox:1.37`
 * @returns how to call it: its containers need `--network none`, and from now on those of the first have no bridge either
 */
export async function overlay2Engine(run: Run, image: string): Promise<string> {
  await run.ok(
    `(dockerd --storage-driver overlay2 --data-root /var/lib/docker/antes --exec-root /tmp/antes --pidfile /tmp/antes.pid ` +
      '--bridge none --iptables=false --ip6tables=false --host unix:///tmp/antes.sock > /tmp/antes.log 2>&1 &)',
  );
  const docker = 'docker -H unix:///tmp/antes.sock';
  await run.until(`${docker} info`);
  await run.ok(`docker pull -q ${image} && docker save ${image} | ${docker} load`);
  return docker;
}
