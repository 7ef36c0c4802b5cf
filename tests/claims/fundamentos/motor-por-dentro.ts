/** Claims of the page fundamentos/motor-por-dentro. */

import { claim, expect, type Run } from '../../support/claim.ts';
import { overlay2Engine } from '../../support/other-store.ts';
import { addEngine, pidOf, SLEEP, startEngine } from './_arquitectura.ts';

/** Ends the daemon of the second engine with a signal, and waits until it is gone. */
async function endEngine(run: Run, signal: 'TERM' | 'KILL'): Promise<void> {
  await run.ok(`docker exec motor pkill -${signal} -x dockerd`);
  await run.until('! docker exec motor pgrep -x dockerd');
}

/** Whether the process of the container of the second engine is there. */
async function livesInside(run: Run): Promise<boolean> {
  return (await run(`docker exec motor pgrep -f -x 'sleep 1000'`)).exitCode === 0;
}

/** Runs a container in the second engine and returns its PID there. */
async function runInside(run: Run): Promise<string> {
  await run.ok('docker pull -q busybox:1.37 && docker save busybox:1.37 | docker exec -i motor docker load');
  await run.ok(`docker exec motor docker run -d --name reloj ${SLEEP}`);
  return run.ok(`docker exec motor docker inspect -f '{{.State.Pid}}' reloj`);
}

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

claim('live-restore-sobrevive', { proves: ['A-138'] }, async ({ run }) => {
  await addEngine(run);
  await startEngine(run, '--live-restore');
  const before = await runInside(run);
  for (const signal of ['KILL', 'TERM'] as const) {
    await endEngine(run, signal);
    expect(await run.ok(`docker exec motor cat /proc/${before}/cmdline | tr '\\0' ' '`)).toBe('sleep 1000');
    await startEngine(run, '--live-restore');
    expect(await run.ok(`docker exec motor docker ps --format '{{.Names}} {{.State}}'`)).toBe(
      'reloj running',
    );
    expect(await run.ok(`docker exec motor docker inspect -f '{{.State.Pid}}' reloj`)).toBe(before);
  }
});

claim('sin-live-restore-se-paran', { proves: ['A-138'] }, async ({ run }) => {
  await addEngine(run);
  await startEngine(run);
  await runInside(run);
  // Killed it has no time for them: they live on, until the next daemon stops them.
  await endEngine(run, 'KILL');
  expect(await livesInside(run)).toBe(true);
  await startEngine(run);
  await run.until(`! docker exec motor pgrep -f -x 'sleep 1000'`);
  expect(await run.ok(`docker exec motor docker inspect -f '{{.State.Status}}' reloj`)).toBe('exited');
  // Asked to end, it stops them itself.
  await run.ok('docker exec motor docker start reloj');
  expect(await livesInside(run)).toBe(true);
  await endEngine(run, 'TERM');
  expect(await livesInside(run)).toBe(false);
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
