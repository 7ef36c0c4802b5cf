/** Removes from the hub's store what no tag leads to any more: what earlier builds of the images left. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readReferences } from './manifest.ts';
import { Store } from './store.ts';

const store = new Store('/registro');
const wanted = new Set<string>();

for (const repository of await store.listRepositories()) {
  const kept = new Set<string>();
  for (const tag of (await store.listTags(repository)) ?? []) {
    const digest = (await store.readTag(repository, tag))?.digest;
    if (digest) await keep(repository, digest, kept);
  }
  await removeOthers(join(store.root, 'repos', repository, '_manifests'), kept);
}
await removeOthers(join(store.root, 'blobs'), wanted);

async function keep(repository: string, digest: string, kept: Set<string>): Promise<void> {
  if (kept.has(digest)) return;
  kept.add(digest);
  wanted.add(digest);
  const manifest = await store.readManifest(repository, digest);
  for (const part of (manifest && readReferences(manifest.content)) ?? []) await keep(repository, part, kept);
}

async function removeOthers(folder: string, digests: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!digests.has(`sha256:${name}`)) await rm(join(folder, name), { force: true });
  }
}
