import { PREFIX } from '../../config/paths.ts';
import { type DockerContainer, engineApi } from '../../engine/api.ts';
import type { EnvironmentInfo } from '../environment.ts';
import { holdLease } from '../lease.ts';

// Longest life of a machine whose owner hangs.
const TTL_SECONDS = 1800;
const POLL_MS = 300;

/** A container in which the virtual machine runs, alive until it is released or this process dies. */
export interface Machine {
  container: DockerContainer;
  release(): void;
}

/** Starts a machine in the run's network; waits for its turn if the run already has one. */
export async function startMachine(info: EnvironmentInfo, image: string): Promise<Machine> {
  const container = await createInTurn(info, image);
  try {
    await container.start();
    const release = await holdLease(container);
    return { container, release };
  } catch (error) {
    await container.remove({ force: true, v: true }).catch(() => {});
    throw error;
  }
}

/** One name for all machines of a run: the engine itself sees to it that there is only one, and frees it on any death. */
async function createInTurn(info: EnvironmentInfo, image: string): Promise<DockerContainer> {
  const engine = await engineApi();
  return inTurn(() =>
    engine.createContainer({
      name: `${PREFIX}-vm-${info.runId}`,
      Image: image,
      Labels: { [PREFIX]: info.runId },
      Env: [`SANDBOX_TTL=${TTL_SECONDS}`],
      HostConfig: { AutoRemove: true, NetworkMode: info.network },
    }),
  );
}

/**
 * Tries again for as long as the engine says that the name is taken.
 * @throws Error in Spanish when it still is after the longest life that a machine can have
 */
export async function inTurn<T>(create: () => Promise<T>, patienceMs = TTL_SECONDS * 1000): Promise<T> {
  const until = performance.now() + patienceMs;
  for (;;) {
    try {
      return await create();
    } catch (error) {
      if ((error as { statusCode?: number }).statusCode !== 409) throw error;
      if (performance.now() > until) throw new Error(tooLong(patienceMs), { cause: error });
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
}

function tooLong(patienceMs: number): string {
  return (
    `La máquina virtual de esta ejecución lleva ${Math.round(patienceMs / 60_000)} min ocupada, y no se espera más.\n` +
    `  Cómo arreglarlo: quítala con «docker rm -f $(docker ps -qf name=${PREFIX}-vm)» y repite la orden.`
  );
}
