/** Claims of the page fundamentos/motor-por-dentro. */

import { claim, expect, type Run } from '../../support/claim.ts';
import { overlay2Engine } from '../../support/other-store.ts';
import { pidOf, SLEEP } from './_arquitectura.ts';

claim('un-shim-por-contenedor', {}, async ({ run }) => {
  const shims = async () =>
    Number((await run('pgrep -fc "^/usr/bin/containerd-shim-runc-v2"')).output.trim());
  expect(await shims()).toBe(0);
  for (const count of [1, 2, 3]) {
    await run.ok(`docker run -d --name c${count} ${SLEEP}`);
    expect(await shims()).toBe(count);
  }
  await run.ok('docker rm -f c1');
  await run.until('[ "$(pgrep -fc ^/usr/bin/containerd-shim-runc-v2)" = 2 ]');
});

/** What Docker asked runc for a container without options. */
async function recipe(run: Run): Promise<string> {
  await run.ok(`docker run -d --name caja ${SLEEP}`);
  return run.ok(`find /run -path "*/moby/$(docker inspect -f '{{.Id}}' caja)/config.json"`);
}

/** Kinds of namespace that a recipe asks for. */
async function kindsIn(run: Run, file: string): Promise<string[]> {
  const kinds = JSON.parse(await run.ok(`jq -c '[.linux.namespaces[].type]' ${file}`)) as string[];
  return kinds.toSorted();
}

claim('receta-de-runc', { proves: ['A-137'], requires: ['cgroup1'] }, async ({ run }) => {
  const file = await recipe(run);
  expect(await kindsIn(run, file)).toEqual(['ipc', 'mount', 'network', 'pid', 'time', 'uts']);
  expect(await run.ok(`jq '.process.capabilities.bounding | length' ${file}`)).toBe('14');
  expect(await run.ok(`jq -c .process.args ${file}`)).toBe('["sleep","1000"]');
  // It is what runc follows: the process has those capabilities and no others.
  const bounding = await run.ok(`grep CapBnd /proc/${await pidOf(run, 'caja')}/status | cut -f 2`);
  expect([...BigInt(`0x${bounding}`).toString(2)].filter((bit) => bit === '1')).toHaveLength(14);
});

claim('receta-de-runc-en-v2', { proves: ['A-137'], requires: ['cgroup2'] }, async ({ run }) => {
  const kinds = ['cgroup', 'ipc', 'mount', 'network', 'pid', 'time', 'uts'];
  expect(await kindsIn(run, await recipe(run))).toEqual(kinds);
});

claim('containerd-tiene-la-imagen', {}, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${SLEEP}`);
  expect(await run.ok(`docker info -f '{{.Driver}}'`)).toBe('overlayfs');
  const before = await overlay2Engine(run, 'busybox:1.37');
  await run.ok(`${before} run -d --network none ${SLEEP}`);
  const ask = (socket: string, what: string) =>
    run.ok(`ctr --address ${socket} --namespace moby ${what} ls -q`);
  const [here, there] = ['$(find /run -name containerd.sock)', '$(find /tmp/antes -name containerd.sock)'];
  expect(await ask(here as string, 'images')).toContain('docker.io/library/busybox:1.37');
  // The other engine has the image and its containerd the container, but not the image.
  expect(await run.ok(`${before} image ls --format '{{.Repository}}'`)).toBe('busybox');
  expect(await ask(there as string, 'tasks')).toMatch(/^[0-9a-f]{64}$/);
  expect(await ask(there as string, 'images')).toBe('');
});
