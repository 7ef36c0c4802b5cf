/** Prints, as JSON, every tag that the hub's store has and what is known of it: `{ "library/nginx:1.30": {…} }`. */
import { Store, type TagRecord } from './store.ts';

const store = new Store('/registro');
const status: Record<string, TagRecord & { size: number }> = {};
for (const repository of await store.listRepositories()) {
  for (const tag of (await store.listTags(repository)) ?? []) {
    const record = await store.readTag(repository, tag);
    if (record) status[`${repository}:${tag}`] = { ...record, size: await sizeOf(repository, record.digest) };
  }
}
process.stdout.write(JSON.stringify(status));

/** Bytes of the parts of an image; of an index, those of all the platforms that are here. */
async function sizeOf(repository: string, digest: string): Promise<number> {
  const manifest = await store.readManifest(repository, digest);
  if (!manifest) return 0;
  const {
    config,
    layers = [],
    manifests = [],
  } = JSON.parse(manifest.content.toString()) as {
    config?: { size: number };
    layers?: { size: number }[];
    manifests?: { digest: string }[];
  };
  const own = layers.reduce((sum, { size }) => sum + size, config?.size ?? 0);
  const others = await Promise.all(manifests.map(({ digest: part }) => sizeOf(repository, part)));
  return own + others.reduce((sum, size) => sum + size, 0);
}
