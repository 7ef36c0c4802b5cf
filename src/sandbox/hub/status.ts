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

/** Bytes of the parts of an image; 0 for an index, which has one image for each platform. */
async function sizeOf(repository: string, digest: string): Promise<number> {
  const manifest = await store.readManifest(repository, digest);
  if (!manifest) return 0;
  const { config, layers = [] } = JSON.parse(manifest.content.toString()) as {
    config?: { size: number };
    layers?: { size: number }[];
  };
  return layers.reduce((sum, { size }) => sum + size, config?.size ?? 0);
}
