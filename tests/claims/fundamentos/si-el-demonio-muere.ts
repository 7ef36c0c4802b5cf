/** Claims of the page fundamentos/si-el-demonio-muere. */
import { claim, expect, type Run } from '../../support/claim.ts';
import { addEngine, SLEEP, startEngine } from './_arquitectura.ts';

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
