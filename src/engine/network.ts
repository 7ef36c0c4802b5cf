import { PREFIX } from '../config/paths.ts';
import { DockerError, dockerCli, tryDockerCli } from './cli.ts';
import { sweep } from './sweep.ts';

const MTU_OPTION = 'com.docker.network.driver.mtu';
const USUAL_MTU = '1500';

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
  const mtu = await engineMtu();
  const first = Number.parseInt(runId.slice(0, 2), 16);
  for (let step = 0; step < 255; step += 1) {
    const base = `10.213.${(first + step) % 255}`;
    try {
      await dockerCli([
        ...['network', 'create', '--subnet', `${base}.0/24`, '--gateway', `${base}.1`],
        ...(mtu ? ['--opt', `${MTU_OPTION}=${mtu}`] : []),
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

/**
 * The MTU that the engine was told to use, where it is not Ethernet's usual one (a VPN, a cloud's network): a network
 * with a larger one loses what is too long for the way out. The sandboxes pass it on to theirs (sandbox-init).
 */
async function engineMtu(): Promise<string | undefined> {
  const mtu = await tryDockerCli([
    ...['network', 'inspect', '--format', `{{index .Options "${MTU_OPTION}"}}`, 'bridge'],
  ]);
  return mtu && mtu !== USUAL_MTU ? mtu : undefined;
}

/** Removes the network of a run, which its hub may be removing too. */
export async function removeNetwork(name: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if ((await tryDockerCli(['network', 'rm', name])) !== undefined) return;
    if ((await tryDockerCli(['network', 'inspect', '--format', '{{.Name}}', name])) === undefined) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
