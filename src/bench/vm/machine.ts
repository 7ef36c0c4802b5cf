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
  for (;;) {
    try {
      return await engine.createContainer({
        name: `${PREFIX}-vm-${info.runId}`,
        Image: image,
        Labels: { [PREFIX]: info.runId },
        Env: [`SANDBOX_TTL=${TTL_SECONDS}`],
        HostConfig: { AutoRemove: true, NetworkMode: info.network },
      });
    } catch (error) {
      if ((error as { statusCode?: number }).statusCode !== 409) throw error;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
}
