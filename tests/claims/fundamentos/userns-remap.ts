/** Claims of the page fundamentos/userns-remap. */

import { claim, expect, type Run } from '../../support/claim.ts';
import { BUSYBOX } from './_espacios.ts';

/** A second engine with its own store, that other tests of the machine do not see. */
const SECOND = 'docker -H unix:///run/docker-2.sock';

async function startSecond(run: Run, options: string): Promise<void> {
  await run.ok(
    `(dockerd ${options} --data-root /var/lib/docker-2 --exec-root /run/docker-2` +
      ' --pidfile /run/docker-2.pid --host unix:///run/docker-2.sock --bridge none --iptables=false 2> registro &)',
  );
  await run.until(`${SECOND} info`);
}

async function stopSecond(run: Run): Promise<void> {
  await run.ok('kill $(cat /run/docker-2.pid)');
  await run.until('! test -e /run/docker-2.pid');
}

/** Lends to dockremap a range that useradd lends to nobody. */
async function lendRange(run: Run): Promise<void> {
  await run.ok(`docker pull -q ${BUSYBOX} && useradd --system dockremap`);
  await run.ok(`echo 'dockremap:700000000:65536' | tee -a /etc/subuid /etc/subgid`);
}

claim('remap-root-es-otro', { proves: ['A-203'] }, async ({ run }) => {
  await lendRange(run);
  await startSecond(run, '--userns-remap default');
  await run.ok(`docker save ${BUSYBOX} | ${SECOND} load`);
  const map = `${BUSYBOX} cat /proc/self/uid_map`;
  // The same map for each container.
  for (let n = 0; n < 2; n++)
    expect(await run.ok(`${SECOND} run --rm --network none ${map}`)).toMatch(/^0\s+700000000\s+65536$/);
  const shadow = `run --rm --network none -v /etc/shadow:/s:ro ${BUSYBOX} head -c 5 /s`;
  expect((await run(`${SECOND} ${shadow}`)).output).toContain('Permission denied');
  // The same by who renounces, and by the engine of always.
  expect(await run.ok(`${SECOND} ${shadow.replace('--rm', '--rm --userns host')}`)).toBe('root:');
  expect(await run.ok(`docker ${shadow}`)).toBe('root:');
});

claim('remap-cambia-de-almacen', {}, async ({ run }) => {
  await lendRange(run);
  const has = async () => [
    await run.ok(`${SECOND} info --format '{{.DockerRootDir}}'`),
    await run.ok(`${SECOND} image ls --format '{{.Repository}}'`),
    await run.ok(`${SECOND} volume ls -q`),
  ];
  await startSecond(run, '');
  await run.ok(`docker save ${BUSYBOX} | ${SECOND} load && ${SECOND} volume create datos`);
  expect(await has()).toEqual(['/var/lib/docker-2', 'busybox', 'datos']);
  await stopSecond(run);
  await startSecond(run, '--userns-remap default');
  expect(await has()).toEqual(['/var/lib/docker-2/700000000.700000000', '', '']);
  await stopSecond(run);
  await startSecond(run, '');
  expect(await has()).toEqual(['/var/lib/docker-2', 'busybox', 'datos']);
});

claim('useradd-presta-desde-100000', {}, async ({ run }) => {
  expect(await run.ok('cat /etc/subuid')).toBe('');
  await run.ok('useradd ana && useradd berta && useradd --system servicio');
  expect(await run.ok('cat /etc/subuid')).toBe('ana:100000:65536\nberta:165536:65536');
});
