/** The volume from which hubs serve, read and filled without a running hub. */

import { CACHE_LABEL, REGISTRY_VOLUME } from '../config/paths.ts';
import { dockerCli } from '../engine/cli.ts';
import { dockerCommand, pipe } from '../engine/pipe.ts';
import type { TagRecord } from '../hub/store.ts';
import type { ImageEntry } from './catalogue.ts';

/** Every tag that the hub's store has, such as `library/nginx:1.30`. */
export type HubStatus = Record<string, TagRecord & { size: number }>;

/** Changes when the same image is kept in another form: what is in the store is then loaded again. */
const FORM = 'oci';

/** How the store's records name the inputs of an image. */
export function storedFingerprint(fingerprint: string): string {
  return `${fingerprint}-${FORM}`;
}

/** Node says of each TypeScript file that it runs that this is new. */
const QUIET_NODE = ['--disable-warning=ExperimentalWarning'];

/** Puts an image of the contributor's engine into the hub's store. */
export async function loadImage(hubImage: string, entry: ImageEntry, fingerprint: string): Promise<void> {
  await createStore();
  const load = [
    ...['run', '--rm', '--interactive', '--network', 'none', '--label', CACHE_LABEL],
    ...['--volume', `${REGISTRY_VOLUME}:/registro`],
    ...['--env', `HUELLA=${storedFingerprint(fingerprint)}`, '--env', `FUENTE=${entry.folder}`],
    ...['--entrypoint', 'node', hubImage],
    ...[...QUIET_NODE, '/hub/load.ts', `library/${entry.name}`, entry.tag, ...entry.aliases],
  ];
  await pipe(dockerCommand(['save', entry.localRef]), dockerCommand(load));
}

/** Creates the volume of the hub's store, if it is not there. */
export async function createStore(): Promise<void> {
  await dockerCli(['volume', 'create', '--label', CACHE_LABEL, REGISTRY_VOLUME]);
}

/** Removes from the store what earlier builds left. Not while a run may still be reading it. */
export async function collectGarbage(image: string): Promise<void> {
  await runOnStore(image, 'collect', 'rw');
}

/** Reads the store without a running hub. */
export async function readStatus(image: string): Promise<HubStatus> {
  return JSON.parse(await runOnStore(image, 'status', 'ro')) as HubStatus;
}

function runOnStore(image: string, program: string, mode: 'ro' | 'rw'): Promise<string> {
  return dockerCli([
    ...['run', '--rm', '--network', 'none', '--label', CACHE_LABEL],
    ...['--volume', `${REGISTRY_VOLUME}:/registro:${mode}`],
    ...['--entrypoint', 'node', image, ...QUIET_NODE, `/hub/${program}.ts`],
  ]);
}
