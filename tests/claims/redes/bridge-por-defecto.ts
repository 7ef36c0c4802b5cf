/** Claims of the page redes/bridge-por-defecto. */

import { claim, expect, type Run } from '../../support/claim.ts';
import { addressOf, startWeb } from '../../support/networks.ts';

claim('bridge-sin-dns', { proves: ['A-193'] }, async ({ run }) => {
  await startWeb(run);
  const byName = await run('docker run --rm busybox:1.37 ping -c 1 web');
  expect(byName.exitCode).toBe(1);
  expect(byName.output).toContain("bad address 'web'");
  await run.ok(`docker run --rm busybox:1.37 ping -c 1 ${await addressOf(run, 'web')}`);
  // The same container, by the same name, in a network that does have names.
  await run.ok('docker network create mi_red && docker network connect mi_red web');
  await run.ok('docker run --rm --network mi_red busybox:1.37 ping -c 1 web');
});

const SECOND = 'docker -H unix:///tmp/otro/docker.sock';

/** Starts, or starts again, an engine that was not told which name servers to use. */
async function startUntoldEngine(run: Run): Promise<void> {
  await run.ok(
    'dockerd --host unix:///tmp/otro/docker.sock --data-root /var/lib/docker/otro --exec-root /tmp/otro/e ' +
      '--pidfile /tmp/otro/pid --bridge otro --iptables=false --ip6tables=false > /tmp/otro/registro 2>&1 &',
  );
  await run.until(`${SECOND} version`);
}

claim('bridge-usa-dns-del-anfitrion', { proves: ['A-193'] }, async ({ run }) => {
  await run.ok('mkdir /tmp/otro && docker pull -q busybox:1.37 && docker network create mi_red');
  await run.ok('ip link add otro type bridge && ip addr add 172.30.0.1/16 dev otro && ip link set otro up');
  const servers = (docker: string, options = '') =>
    run.ok(`${docker} run --rm ${options} busybox:1.37 grep ^nameserver /etc/resolv.conf`);
  const hostUses = (address: string) => run.ok(`echo nameserver ${address} > /etc/resolv.conf`);
  await hostUses('192.0.2.53');
  await startUntoldEngine(run);
  await run.ok(`docker save busybox:1.37 | ${SECOND} load`);
  expect(await servers(SECOND)).toBe('nameserver 192.0.2.53');
  await hostUses('192.0.2.54');
  expect(await servers(SECOND)).toBe('nameserver 192.0.2.54');
  expect(await servers('docker', '--network mi_red')).toBe('nameserver 127.0.0.11');
  // A server that listens on the host's own loop would be, inside, the container's.
  await hostUses('127.0.0.1');
  expect(await servers(SECOND)).toBe('nameserver 8.8.8.8\nnameserver 8.8.4.4');
  await run.ok('kill $(cat /tmp/otro/pid) && mkdir -p /run/systemd/resolve');
  await run.until('! test -e /tmp/otro/pid');
  await hostUses('127.0.0.53');
  await run.ok('echo nameserver 192.0.2.55 > /run/systemd/resolve/resolv.conf');
  await startUntoldEngine(run);
  expect(await servers(SECOND)).toBe('nameserver 192.0.2.55');
});

claim('alias-solo-en-redes-propias', { proves: ['A-126'] }, async ({ run }) => {
  const inBridge = await run('docker run --rm --network-alias api busybox:1.37 true');
  expect(inBridge.exitCode).toBe(125);
  expect(inBridge.output).toContain('only supported for user-defined networks');
  await run.ok('docker network create mi_red');
  await run.ok('docker run --rm --network mi_red --network-alias api busybox:1.37 true');
});
