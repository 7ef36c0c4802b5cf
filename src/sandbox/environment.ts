/** What the sandboxes of a run share: their image, a network of their own and a hub that they take for Docker Hub. */
import { randomBytes } from 'node:crypto';
import { type HubStatus, loadImage, readStatus, startHub } from './hub-container.ts';
import { Builder } from './images/builder.ts';
import { CATALOGUE, type ImageEntry, TOOLS } from './images/catalogue.ts';
import { withLock } from './images/lock.ts';
import { hubAnswers } from './images/online.ts';
import { createNetwork, removeNetwork } from './network.ts';

/** What a sandbox needs to know about its run. Serialisable. */
export interface EnvironmentInfo {
  runId: string;
  sandboxImage: string;
  network: string;
  hubIp: string;
  caPem: string;
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

/** Builds or loads what is missing, creates the network of the run, and answers when the hub does. */
export async function startEnvironment(onProgress: (line: string) => void = () => {}): Promise<Environment> {
  const online = await hubAnswers();
  const builder = new Builder({ online, onProgress });
  const [sandbox, hub] = TOOLS as [ImageEntry, ImageEntry];
  await withLock(() => Promise.all([builder.ensure(sandbox), builder.ensure(hub)]), onProgress);

  const runId = randomBytes(4).toString('hex');
  const network = await createNetwork(runId);
  try {
    const started = await startHub({ runId, network, image: hub.localRef, online });
    if (!online)
      await withLock(() => loadMissing(builder, started.container, started.status, onProgress), onProgress);
    return {
      info: {
        runId,
        sandboxImage: sandbox.localRef,
        network: network.name,
        hubIp: network.hubIp,
        caPem: started.caPem,
      },
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

/** Where images come from, by reference. Those that the hub does not serve are left out. */
export async function readImageOrigins(refs: string[]): Promise<Record<string, ImageOrigin>> {
  const hub = TOOLS[1] as ImageEntry;
  const status = await readStatus(hub.localRef);
  const origins: Record<string, ImageOrigin> = {};
  for (const ref of refs) {
    const record = status[hubKey(ref)];
    if (!record) continue;
    const { origin = 'equivalente', digest, source } = record;
    origins[ref] = source ? { origin, digest, source } : { origin, digest };
  }
  return origins;
}

/** `nginx` → `library/nginx:latest`: how the hub's store calls it. */
export function hubKey(ref: string): string {
  const [path = '', tag = 'latest'] = ref.replace(/^docker\.io\//, '').split(':');
  return `${path.includes('/') ? path : `library/${path}`}:${tag}`;
}

async function loadMissing(
  builder: Builder,
  hubContainer: string,
  status: HubStatus,
  onProgress: (line: string) => void,
): Promise<void> {
  await Promise.all(
    CATALOGUE.map(async (entry) => {
      const fingerprint = await builder.fingerprint(entry);
      const tags = [entry.tag, ...entry.aliases];
      if (tags.every((tag) => status[`library/${entry.name}:${tag}`]?.fingerprint === fingerprint)) return;
      await builder.ensure(entry);
      await loadImage(hubContainer, entry, fingerprint);
      onProgress(`${entry.ref}: en el registro`);
    }),
  );
}
