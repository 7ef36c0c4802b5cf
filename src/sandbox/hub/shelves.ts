import { join } from 'node:path';
import type { Manifest } from './store.ts';
import { Store } from './store.ts';

/**
 * Where a client's images are looked for: first what it has pushed itself, then what is served to all.
 * Each client (a sandbox, by its address) has a scratch store of its own.
 */
export class Shelves {
  readonly cache: Store;
  readonly #folder: string;
  readonly #scratch = new Map<string, Store>();

  constructor(cache: Store, folder: string) {
    this.cache = cache;
    this.#folder = folder;
  }

  /** The store that takes the pushes of a client. */
  scratch(client: string): Store {
    const known = this.#scratch.get(client);
    if (known) return known;
    const store = new Store(join(this.#folder, client.replaceAll(/[^0-9a-f.]/g, '_')));
    this.#scratch.set(client, store);
    return store;
  }

  /** Forgets the pushes of a client. */
  async forget(client: string): Promise<void> {
    await this.scratch(client).clear();
  }

  /** The store that has a blob for a client. */
  async findBlob(client: string, digest: string): Promise<{ store: Store; size: number } | undefined> {
    for (const store of [this.scratch(client), this.cache]) {
      const size = await store.blobSize(digest);
      if (size !== undefined) return { store, size };
    }
    return undefined;
  }

  /** A manifest as a client sees it. */
  async findManifest(client: string, repository: string, reference: string): Promise<Manifest | undefined> {
    return (
      (await this.scratch(client).readManifest(repository, reference)) ??
      (await this.cache.readManifest(repository, reference))
    );
  }

  /** Tags as a client sees them; `undefined` if there is no such repository. */
  async listTags(client: string, repository: string): Promise<string[] | undefined> {
    const lists = await Promise.all([
      this.scratch(client).listTags(repository),
      this.cache.listTags(repository),
    ]);
    if (!lists[0] && !lists[1]) return undefined;
    return [...new Set(lists.flatMap((list) => list ?? []))].sort();
  }
}
