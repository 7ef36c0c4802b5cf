import { lookup } from 'node:dns/promises';
import { PREFIX, REGISTRY_VOLUME } from '../config/paths.ts';
import { DockerError, dockerCli, spawnDocker, tryDockerCli } from '../engine/cli.ts';
import { engineEndpoint } from '../engine/endpoint.ts';
import type { RunNetwork } from '../engine/network.ts';
import { HUB_NAMES } from '../hub/certificate.ts';
import { createStore, type HubStatus } from '../images/hub-store.ts';

// It is ready in a second or two; on a machine that is busy with everything else, in ten.
const READY_MS = 60_000;

/** A hub that answers. */
export interface StartedHub {
  caPem: string;
  status: HubStatus;
  stop(): Promise<void>;
}

/**
 * Starts the hub of a run. It ends, and takes the network with it, when this process does; and when the engine is
 * restarted it comes back only for that, whoever is still alive.
 */
export async function startHub(options: {
  runId: string;
  network: RunNetwork;
  image: string;
  online: boolean;
}): Promise<StartedHub> {
  const { runId, network, image, online } = options;
  await createStore();
  const name = `${PREFIX}-hub-${runId}`;
  const remove = () => tryDockerCli(['rm', '--force', '--volumes', name]);
  // One that was created and could not start stays otherwise.
  const undo = async (error: unknown): Promise<never> => {
    await remove();
    throw error;
  };
  const tell = async (error: Error): Promise<never> => {
    const said = await dockerCli(['logs', '--tail', '20', name], { both: true }).catch(() => '');
    return undo(new Error([error.message, said].filter(Boolean).join('\n'), { cause: error }));
  };
  const socket = engineEndpoint().socket;
  await dockerCli([
    ...['run', '--detach', '--restart', 'always', '--name', name, '--label', `${PREFIX}=${runId}`],
    ...['--network', network.name, '--ip', network.hubIp],
    ...HUB_NAMES.flatMap((alias) => ['--network-alias', alias]),
    ...['--volume', `${REGISTRY_VOLUME}:/registro`],
    // Not `--volume`, which makes a folder of a path that is not there.
    ...['--mount', `type=bind,source=${socket},target=/var/run/docker.sock`],
    ...['--env', `HUB_NETWORK=${network.name}`],
    ...['--env', `HUB_UPSTREAM=${online ? await hubAddresses() : ''}`],
    image,
  ])
    .catch(explainSocket(socket))
    .catch(undo);
  const lease = await holdLease(name).catch(tell);
  return {
    caPem: lease.caPem,
    status: lease.status,
    async stop() {
      lease.release();
      await remove();
    },
  };
}

/** Says what to do where the engine's own machine has no such socket. */
function explainSocket(socket: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof DockerError) || !/bind source path does not exist/.test(error.stderr)) throw error;
    throw new Error(
      `En la máquina en la que corre el motor no existe ${socket}, y sin él el hub no podría recoger al final.\n` +
        '  Cómo arreglarlo: di dónde está el socket del motor, visto desde esa máquina, en la variable ' +
        'TESTCONTAINERS_DOCKER_SOCKET_OVERRIDE (suele ser /var/run/docker.sock).',
      { cause: error },
    );
  };
}

/** Where Docker Hub really is, for the hub that has taken its names. */
async function hubAddresses(): Promise<string> {
  const pairs = await Promise.all(
    ['registry-1.docker.io', 'auth.docker.io'].map(async (name) => {
      const { address } = await lookup(name, { family: 4 });
      return `${name}=${address}`;
    }),
  );
  return pairs.join(',');
}

/**
 * Holds the hub alive with a `docker exec` whose standard input is ours: when this process dies in any way, the
 * kernel closes it. In a process group of its own, so that Ctrl-C reaches us alone and we can tidy up.
 */
async function holdLease(
  container: string,
): Promise<{ caPem: string; status: HubStatus; release: () => void }> {
  const child = spawnDocker(['exec', '--interactive', container, 'hub-prestamo'], { detached: true });
  child.stdin.on('error', () => {});
  const text = await new Promise<string>((resolve, reject) => {
    let output = '';
    let errors = '';
    const timer = setTimeout(() => {
      child.kill();
      reject(new Error(`El hub no ha arrancado en ${READY_MS / 1000} s. ${errors.trim()}`));
    }, READY_MS);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (!output.endsWith('\nfin\n')) return;
      clearTimeout(timer);
      resolve(output);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(timer);
      reject(new Error(`El hub no ha arrancado: ${errors.trim()}`));
    });
  });
  // It must not keep this process running by itself.
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr]) {
    (stream as unknown as { unref(): void }).unref();
  }
  const end = '-----END CERTIFICATE-----\n';
  const split = text.indexOf(end) + end.length;
  return {
    caPem: text.slice(0, split),
    status: JSON.parse(text.slice(split, -'fin\n'.length)) as HubStatus,
    release: () => child.stdin.destroy(),
  };
}
