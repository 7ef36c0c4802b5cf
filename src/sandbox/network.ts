import { DockerError, docker, tryDocker } from './docker.ts';
import { PREFIX } from './images/paths.ts';
import { sweep } from './sweep.ts';

/** The network of a run. */
export interface RunNetwork {
  name: string;
  hubIp: string;
}

/**
 * Creates a network in a free 10.213.N.0/24: outside 172.16/12, so that the inner engines give out the
 * addresses that a reader sees.
 */
export async function createNetwork(runId: string): Promise<RunNetwork> {
  await sweep();
  const name = `${PREFIX}-${runId}`;
  const first = Number.parseInt(runId.slice(0, 2), 16);
  for (let step = 0; step < 255; step += 1) {
    const base = `10.213.${(first + step) % 255}`;
    try {
      await docker([
        ...['network', 'create', '--subnet', `${base}.0/24`, '--gateway', `${base}.1`],
        ...['--label', `${PREFIX}=${runId}`, name],
      ]);
      return { name, hubIp: `${base}.2` };
    } catch (error) {
      if (!(error instanceof DockerError) || !/overlap/i.test(error.stderr)) throw error;
    }
  }
  throw new Error(
    'No queda ninguna red 10.213.N.0/24 libre. Mira con «npm run limpiar -- --ver» qué ha quedado de otras ' +
      'ejecuciones y quítalo con «npm run limpiar».',
  );
}

/** Removes the network of a run, which its hub may be removing too. */
export async function removeNetwork(name: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if ((await tryDocker(['network', 'rm', name])) !== undefined) return;
    if ((await tryDocker(['network', 'inspect', '--format', '{{.Name}}', name])) === undefined) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
