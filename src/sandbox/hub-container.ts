import { spawn } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { docker, pipe } from './docker.ts';
import { HUB_NAMES } from './hub/certificate.ts';
import type { TagRecord } from './hub/store.ts';
import type { ImageEntry } from './images/catalogue.ts';
import { CACHE_LABEL, PREFIX, REGISTRY_VOLUME } from './images/paths.ts';
import type { RunNetwork } from './network.ts';

/** Every tag that the hub's store has, such as `library/nginx:1.30`. */
export type HubStatus = Record<string, TagRecord & { size: number }>;

/** Node says of each TypeScript file that it runs that this is new. */
const QUIET_NODE = ['--disable-warning=ExperimentalWarning'];

/** A hub that answers. */
export interface StartedHub {
  container: string;
  caPem: string;
  status: HubStatus;
  stop(): Promise<void>;
}

/** Starts the hub of a run. It ends, and takes the network with it, when this process does. */
export async function startHub(options: {
  runId: string;
  network: RunNetwork;
  image: string;
  online: boolean;
}): Promise<StartedHub> {
  const { runId, network, image, online } = options;
  await createStore();
  const container = await docker([
    ...['run', '--detach', '--rm', '--name', `${PREFIX}-hub-${runId}`, '--label', `${PREFIX}=${runId}`],
    ...['--network', network.name, '--ip', network.hubIp],
    ...HUB_NAMES.flatMap((name) => ['--network-alias', name]),
    ...['--volume', `${REGISTRY_VOLUME}:/registro`, '--volume', `${engineSocket()}:/var/run/docker.sock`],
    ...[
      '--env',
      `HUB_NETWORK=${network.name}`,
      '--env',
      `HUB_UPSTREAM=${online ? await hubAddresses() : ''}`,
    ],
    image,
  ]);
  const lease = await holdLease(container);
  return {
    container,
    caPem: lease.caPem,
    status: lease.status,
    async stop() {
      lease.release();
      await docker(['rm', '--force', '--volumes', container]).catch(() => {});
    },
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

/** Where the engine listens, seen from the engine's own machine. */
function engineSocket(): string {
  const host = process.env.DOCKER_HOST ?? '';
  return host.startsWith('unix://') ? host.slice('unix://'.length) : '/var/run/docker.sock';
}

/**
 * Holds the hub alive with a `docker exec` whose standard input is ours: when this process dies in any way, the
 * kernel closes it. In a process group of its own, so that Ctrl-C reaches us alone and we can tidy up.
 */
async function holdLease(
  container: string,
): Promise<{ caPem: string; status: HubStatus; release: () => void }> {
  const child = spawn('docker', ['exec', '--interactive', container, 'hub-prestamo'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  child.stdin.on('error', () => {});
  const text = await new Promise<string>((resolve, reject) => {
    let output = '';
    let errors = '';
    child.stdout.on('data', (data: Buffer) => {
      output += data;
      if (output.endsWith('\nfin\n')) resolve(output);
    });
    child.stderr.on('data', (data: Buffer) => {
      errors += data;
    });
    child.on('close', () => reject(new Error(`El hub no ha arrancado:\n${errors.trim()}`)));
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

/** Puts an image of the contributor's engine into the hub's store. */
export async function loadImage(hubImage: string, entry: ImageEntry, fingerprint: string): Promise<void> {
  await createStore();
  await pipe(
    ['docker', ['save', entry.localRef]],
    [
      'docker',
      [
        ...['run', '--rm', '--interactive', '--network', 'none', '--label', CACHE_LABEL],
        ...['--volume', `${REGISTRY_VOLUME}:/registro`],
        ...[
          '--env',
          `HUELLA=${fingerprint}`,
          '--env',
          `FUENTE=${entry.folder}`,
          '--entrypoint',
          'node',
          hubImage,
        ],
        ...[...QUIET_NODE, '/hub/load.ts', `library/${entry.name}`, entry.tag, ...entry.aliases],
      ],
    ],
  );
}

/** Creates the volume of the hub's store, if it is not there. */
export async function createStore(): Promise<void> {
  await docker(['volume', 'create', '--label', CACHE_LABEL, REGISTRY_VOLUME]);
}

/** Removes from the store what earlier builds left. Not while a run may still be reading it. */
export async function collectGarbage(image: string): Promise<void> {
  await docker([
    ...[
      'run',
      '--rm',
      '--network',
      'none',
      '--label',
      CACHE_LABEL,
      '--volume',
      `${REGISTRY_VOLUME}:/registro`,
    ],
    ...['--entrypoint', 'node', image, ...QUIET_NODE, '/hub/collect.ts'],
  ]);
}

/** Reads the store without a running hub. */
export async function readStatus(image: string): Promise<HubStatus> {
  const output = await docker([
    ...[
      'run',
      '--rm',
      '--network',
      'none',
      '--label',
      CACHE_LABEL,
      '--volume',
      `${REGISTRY_VOLUME}:/registro:ro`,
    ],
    ...['--entrypoint', 'node', image, ...QUIET_NODE, '/hub/status.ts'],
  ]);
  return JSON.parse(output) as HubStatus;
}
