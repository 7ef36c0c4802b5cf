import { join } from 'node:path';
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
    this.#scratch.delete(client);
  }

  /** The store that has a blob of a repository, as a client sees it. Repositories do not see each other's blobs. */
  async findBlob(
    client: string,
    repository: string,
    digest: string,
  ): Promise<{ store: Store; size: number } | undefined> {
    const pushed = this.scratch(client);
    if (await pushed.isLinked(repository, digest)) return this.#anyBlob(client, digest);
    if (!(await this.cache.refersTo(repository, digest))) return undefined;
    const size = await this.cache.blobSize(digest);
    return size === undefined ? undefined : { store: this.cache, size };
  }

  /** Makes a blob that is somewhere here part of a repository of a client; `false` if it is nowhere. */
  async mount(client: string, repository: string, digest: string): Promise<boolean> {
    if (!(await this.#anyBlob(client, digest))) return false;
    await this.scratch(client).link(repository, digest);
    return true;
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

  async #anyBlob(client: string, digest: string): Promise<{ store: Store; size: number } | undefined> {
    for (const store of [this.scratch(client), this.cache]) {
      const size = await store.blobSize(digest);
      if (size !== undefined) return { store, size };
    }
    return undefined;
  }
}
