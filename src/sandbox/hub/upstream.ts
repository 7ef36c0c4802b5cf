import type { Manifest } from './store.ts';

/** The real registry behind the hub. */
export interface Upstream {
  /** A manifest, from upstream or as last seen there; `undefined` if upstream does not have it. */
  manifest(repository: string, reference: string): Promise<Manifest | undefined>;
  /** Brings a blob to the cache, if upstream has it. */
  fetchBlob(repository: string, digest: string): Promise<void>;
  /** Whether the repository is known to exist although the manifest is not there. */
  knows(repository: string): boolean;
}
