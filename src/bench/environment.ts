/** What the sandboxes of a run share: their image, a network of their own and a hub that they take for Docker Hub. */
import { randomBytes } from 'node:crypto';
import { dockerCli, tryDockerCli } from '../engine/cli.ts';
import { createNetwork, removeNetwork } from '../engine/network.ts';
import { hubKey } from '../examples/image-ref.ts';
import { Builder, type BuildReport, type Progress } from '../images/builder.ts';
import { CATALOGUE, HUB_TOOL, type ImageEntry } from '../images/catalogue.ts';
import { chosenEngine, sandboxWith } from '../images/engines.ts';
import { type HubStatus, loadImage, readStatus, storedFingerprint } from '../images/hub-store.ts';
import { withImagesLock } from '../images/lock.ts';
import { hubAnswers } from '../images/online.ts';
import { DAY } from '../images/versions.ts';
import { askOnce } from './ask-once.ts';
import { startHub } from './hub-container.ts';
import { ensureSeed } from './seed.ts';

const STATUS_LIFE = 30_000;

const MACHINE =
  '{{.ServerVersion}} {{.Driver}} cgroup{{.CgroupVersion}} {{.CgroupDriver}} {{.KernelVersion}} {{.Architecture}} ' +
  '{{.NCPU}} CPU {{.MemTotal}} bytes';

/** What a sandbox needs to know about its run. Serialisable. */
export interface EnvironmentInfo {
  runId: string;
  sandboxImage: string;
  /** Its id, which changes when it is built again. */
  sandboxImageId: string;
  network: string;
  hubIp: string;
  caPem: string;
  /** Kernel, control groups, processors, memory and engine of the contributor's machine: what a proof may depend on. */
  machine: string;
  /** Digests of the guide's images that the hub serves, by reference; one that it only passes on is absent. */
  images: Record<string, string>;
  /** Volume to mount read-only at /semilla, so that pulls need not download. */
  seed?: string;
}

/** A running environment. Disposing of it removes its hub and its network. */
export interface Environment extends AsyncDisposable {
  info: EnvironmentInfo;
}

/** Where an image came from. */
export interface ImageOrigin {
  origin: 'docker-hub' | 'equivalente';
  digest: string;
  source?: string;
}

/**
 * Builds or loads what is missing, creates the network of the run, and answers when the hub does.
 * @param options.seed whether sandboxes may start with the layers of all images: faster, but a pull then says that
 *   they «already exist», so what readers are to see is recorded without it
 */
export async function startEnvironment(
  onProgress: Progress = () => {},
  options: { seed?: boolean } = {},
): Promise<Environment> {
  const online = await hubAnswers();
  const builder = new Builder({ online, onProgress });
  const sandbox = await ensureTools(builder, onProgress);
  const runId = randomBytes(4).toString('hex');
  const network = await createNetwork(runId);
  try {
    const started = await startHub({ runId, network, image: HUB_TOOL.localRef, online });
    const loaded = !online && (await loadMissing(builder, CATALOGUE, started.status, onProgress));
    const status = loaded ? await readImageStatus() : started.status;
    const info = {
      runId,
      sandboxImage: sandbox.localRef,
      sandboxImageId: await dockerCli(['image', 'inspect', '--format', '{{.Id}}', sandbox.localRef]),
      network: network.name,
      hubIp: network.hubIp,
      caPem: started.caPem,
      machine: await dockerCli(['info', '--format', MACHINE]),
      images: servedImages(status),
    };
    const digests = CATALOGUE.map(({ ref }) => info.images[ref] ?? ref);
    const seed = options.seed
      ? await withImagesLock(() => ensureSeed(info, digests, onProgress), onProgress)
      : undefined;
    return {
      info: seed ? { ...info, seed } : info,
      async [Symbol.asyncDispose]() {
        await started.stop();
        await removeNetwork(network.name);
      },
    };
  } catch (error) {
    await removeNetwork(network.name);
    throw error;
  }
}

/** What a pull gives today. Of what comes from Docker Hub, that is known for a day after it was last compared. */
function servedImages(status: HubStatus): Record<string, string> {
  const served = CATALOGUE.flatMap(({ ref }) => {
    const record = status[hubKey(ref) ?? ''];
    const isOld = record?.origin === 'docker-hub' && Date.now() - (record.checked ?? 0) > DAY;
    return record && !isOld ? [[ref, record.digest] as const] : [];
  });
  return Object.fromEntries(served);
}

/** Builds and loads images without starting anything. Answers what was built. */
export async function prepareImages(options: {
  entries?: readonly ImageEntry[] | undefined;
  refresh?: boolean;
  onProgress?: Progress;
}): Promise<BuildReport[]> {
  const { entries = CATALOGUE, refresh = false, onProgress = () => {} } = options;
  const online = await hubAnswers();
  const builder = new Builder({ online, refresh, onProgress });
  await ensureTools(builder, onProgress);
  if (!online) await loadMissing(builder, entries, await readImageStatus(), onProgress);
  return builder.reports();
}

/** What the hub's store has, by reference such as `library/nginx:1.30`; nothing if there is no hub yet. */
export async function readImageStatus(): Promise<HubStatus> {
  return (await tryDockerCli(['image', 'inspect', '--format', '{{.Id}}', HUB_TOOL.localRef]))
    ? readStatus(HUB_TOOL.localRef)
    : {};
}

/** Makes sure that the images of our tools are there; answers that of the sandboxes. */
async function ensureTools(builder: Builder, onProgress: Progress): Promise<ImageEntry> {
  const sandbox = sandboxWith(chosenEngine());
  await withImagesLock(() => Promise.all([builder.ensure(sandbox), builder.ensure(HUB_TOOL)]), onProgress);
  return sandbox;
}

// Asked for every example and claim of a run, and each answer starts a container.
const recentStatus = askOnce((hubImage: string) => readStatus(hubImage), { lifeMs: STATUS_LIFE });

/** Where images come from, by reference. Those that the hub does not serve are left out. */
export async function readImageOrigins(refs: string[]): Promise<Record<string, ImageOrigin>> {
  const status = await recentStatus(HUB_TOOL.localRef);
  const origins: Record<string, ImageOrigin> = {};
  for (const ref of refs) {
    const record = status[hubKey(ref) ?? ''];
    if (!record) continue;
    const { origin = 'equivalente', digest, source } = record;
    origins[ref] = source ? { origin, digest, source } : { origin, digest };
  }
  return origins;
}

/** Puts into the hub's store the images that it lacks or has of other inputs, building them if need be; says if there were any. */
async function loadMissing(
  builder: Builder,
  entries: readonly ImageEntry[],
  status: HubStatus,
  onProgress: Progress,
): Promise<boolean> {
  const missing: ImageEntry[] = [];
  for (const entry of entries) {
    const fingerprint = await builder.fingerprint(entry);
    const isThere = (tag: string) =>
      status[`library/${entry.name}:${tag}`]?.fingerprint === storedFingerprint(fingerprint);
    if (![entry.tag, ...entry.aliases].every(isThere)) missing.push(entry);
  }
  if (missing.length === 0) return false;
  const load = async (entry: ImageEntry) => {
    await builder.ensure(entry);
    await loadImage(HUB_TOOL.localRef, entry, await builder.fingerprint(entry));
    onProgress(`${entry.ref}: en el registro`);
  };
  await withImagesLock(() => Promise.all(missing.map(load)), onProgress);
  return true;
}
