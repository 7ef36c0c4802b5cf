import { execFileSync } from 'node:child_process';
import { PREFIX, REGISTRY_VOLUME } from '../../src/config/paths.ts';
import { engineApi } from '../../src/engine/api.ts';

/** What belongs to a run in the contributor's engine, by kind. */
export async function objectsOfRun(runId: string): Promise<string[]> {
  const engine = await engineApi();
  const filters = { label: [`${PREFIX}=${runId}`] };
  const containers = await engine.listContainers({ all: true, filters });
  const networks = await engine.listNetworks({ filters });
  return [...containers.map(({ Id }) => `container ${Id}`), ...networks.map(({ Name }) => `network ${Name}`)];
}

/** Volumes that the containers of a run use, but for the declared cache. */
export async function volumesOfRun(runId: string): Promise<string[]> {
  const engine = await engineApi();
  const containers = await engine.listContainers({
    all: true,
    filters: { label: [`${PREFIX}=${runId}`] },
  });
  const mounts = containers.flatMap(({ Mounts }) => Mounts);
  return mounts.flatMap(({ Type, Name }) =>
    Type === 'volume' && Name && Name !== REGISTRY_VOLUME ? [Name] : [],
  );
}

/** Runs the docker client on the contributor's engine. */
export function outerDocker(...args: string[]): string {
  return execFileSync('docker', args, { encoding: 'utf8' }).trim();
}

/** Polls until the run has left nothing, or the time is over; returns what is left and after how long. */
export async function waitUntilGone(
  runId: string,
  timeoutMs: number,
): Promise<{ left: string[]; ms: number }> {
  const started = performance.now();
  for (;;) {
    const left = await objectsOfRun(runId);
    const ms = Math.round(performance.now() - started);
    if (left.length === 0 || ms > timeoutMs) return { left, ms };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
