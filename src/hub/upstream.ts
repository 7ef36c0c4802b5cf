import { rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { HttpClient } from './http-client.ts';
import { digestOf, isDigest, type Manifest, type Store } from './store.ts';
import { UpstreamTokens } from './upstream-tokens.ts';

const MANIFEST_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

const HOUR = 60 * 60_000;
const ATTEMPTS = 3;
const PAUSE = 200;

/** The registry behind the hub could not serve, and the hub has nothing of its own to serve instead. */
export class UpstreamError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Waiting longer will not help: asked again, the answer would be the same. */
class FinalError extends UpstreamError {}

/** Fetches what the hub's store lacks from the real Docker Hub, and keeps it. */
export class Upstream {
  readonly #base: URL;
  readonly #store: Store;
  readonly #client: HttpClient;
  readonly #tokens: UpstreamTokens;
  readonly #known = new Set<string>();
  readonly #fetching = new Map<string, Promise<void>>();

  constructor(base: URL, store: Store, client: HttpClient) {
    this.#base = base;
    this.#store = store;
    this.#client = client;
    this.#tokens = new UpstreamTokens(client);
  }

  /**
   * A manifest, or `undefined` if upstream does not have it. Tags are compared with upstream once an hour;
   * when it does not answer, or limits us, what was last seen there serves.
   */
  async manifest(repository: string, reference: string): Promise<Manifest | undefined> {
    const cached = await this.#store.readManifest(repository, reference);
    if (cached && (isDigest(reference) || (await this.#isFresh(repository, reference)))) return cached;
    try {
      return await this.#fetchManifest(repository, reference);
    } catch (error) {
      if (cached && error instanceof UpstreamError) return cached;
      throw error;
    }
  }

  /** Brings a blob to the store, if upstream has it. Several clients that want the same one share the download. */
  async fetchBlob(repository: string, digest: string): Promise<void> {
    const current = this.#fetching.get(digest);
    if (current) return current;
    const download = this.#download(repository, digest).finally(() => this.#fetching.delete(digest));
    this.#fetching.set(digest, download);
    return download;
  }

  /** Whether the repository is known to exist although a manifest is not there. */
  knows(repository: string): boolean {
    return this.#known.has(repository);
  }

  async #isFresh(repository: string, tag: string): Promise<boolean> {
    const record = await this.#store.readTag(repository, tag);
    // Equivalents do not come from upstream: where it answers, they are never fresh.
    return record?.origin === 'docker-hub' && Date.now() - (record.checked ?? 0) < HOUR;
  }

  async #fetchManifest(repository: string, reference: string): Promise<Manifest | undefined> {
    const content = await this.#retry(async () => {
      const response = await this.#get(repository, `manifests/${reference}`, { accept: MANIFEST_TYPES });
      if (!response) return undefined;
      const bytes = await readAll(response);
      const promised = isDigest(reference) ? reference : response.headers['docker-content-digest'];
      if (promised && promised !== digestOf(bytes)) throw new Error('El manifiesto llegó dañado.');
      return bytes;
    });
    if (!content) return undefined;
    this.#known.add(repository);
    const about = { origin: 'docker-hub' as const, checked: Date.now() };
    await this.#store.putManifest(repository, reference, content, about);
    return this.#store.readManifest(repository, digestOf(content));
  }

  /** Downloads to a file aside, going on where it broke off; only what matches its digest becomes a blob. */
  async #download(repository: string, digest: string): Promise<void> {
    const file = await this.#store.newUpload();
    try {
      await this.#retry(async () => {
        const { size } = await stat(file);
        const range = size > 0 ? { range: `bytes=${size}-` } : {};
        const response = await this.#get(repository, `blobs/${digest}`, range);
        if (!response) return;
        if (size > 0 && response.statusCode !== 206) {
          response.destroy();
          throw new FinalError(502, 'UNAVAILABLE', 'Docker Hub cortó la descarga y no deja continuarla.');
        }
        await this.#store.append(file, response);
        if (!response.complete) throw new Error('La descarga se cortó.');
        if (!(await this.#store.adopt(file, digest))) {
          throw new FinalError(502, 'DIGEST_INVALID', `Docker Hub envió dañado el contenido ${digest}.`);
        }
      });
    } finally {
      await rm(file, { force: true });
    }
  }

  /** A good answer, `undefined` if upstream says that there is no such thing. */
  async #get(
    repository: string,
    path: string,
    headers: Record<string, string>,
  ): Promise<IncomingMessage | undefined> {
    const url = new URL(`/v2/${repository}/${path}`, this.#base);
    const scope = `repository:${repository}:pull`;
    let response = await this.#client.get(url, { ...headers, ...this.#tokens.header(scope) });
    if (response.statusCode === 401) {
      response.resume();
      if (!(await this.#tokens.renew(scope, response.headers['www-authenticate']))) return undefined;
      response = await this.#client.get(url, { ...headers, ...this.#tokens.header(scope) });
    }
    const status = response.statusCode ?? 0;
    if (status >= 200 && status < 300) return response;
    response.resume();
    if (status === 404) this.#known.add(repository);
    if (status === 404 || status === 401 || status === 403) return undefined;
    if (status === 429) {
      throw new FinalError(
        429,
        'TOOMANYREQUESTS',
        'You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit',
      );
    }
    throw new Error(`contestó ${status}`);
  }

  async #retry<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        if (error instanceof FinalError) throw error;
        if (attempt === ATTEMPTS) {
          const reason = error instanceof Error ? error.message : String(error);
          throw new UpstreamError(503, 'UNAVAILABLE', `Docker Hub no responde (${reason}).`);
        }
        await new Promise((resolve) => setTimeout(resolve, PAUSE * 2 ** attempt));
      }
    }
  }
}

async function readAll(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
