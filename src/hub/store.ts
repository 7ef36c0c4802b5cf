import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readReferences } from './manifest.ts';

/** What a tag points to, and where it came from. */
export interface TagRecord {
  digest: string;
  origin?: 'docker-hub' | 'equivalente';
  /** Hash of what an equivalent was built from. */
  fingerprint?: string;
  /** What an equivalent stands on, for people. */
  source?: string;
  /** When it was last compared with Docker Hub (milliseconds since the epoch). */
  checked?: number;
}

/** A manifest or an index: its bytes as they were signed for by the digest. */
export interface Manifest {
  digest: string;
  mediaType: string;
  content: Buffer;
}

const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Whether a text is a digest that a store accepts. */
export function isDigest(text: string): boolean {
  return DIGEST.test(text);
}

/** Digest of some bytes. */
export function digestOf(content: Buffer): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** Digest of what a file holds. */
export async function fileDigest(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return `sha256:${hash.digest('hex')}`;
}

/**
 * Images in a folder: blobs by digest, manifests by repository and digest, tags by repository and name.
 * Every file is written aside and renamed, so that nobody ever reads half of one.
 */
export class Store {
  readonly root: string;
  /** What each manifest that was looked into refers to. */
  readonly #references = new Map<string, Set<string>>();

  constructor(root: string) {
    this.root = root;
  }

  /** Size of a blob, or `undefined` if it is not here. */
  async blobSize(digest: string): Promise<number | undefined> {
    const info = await stat(this.#blob(digest)).catch(() => undefined);
    return info?.size;
  }

  /** The bytes of a blob, or of a part of it (both ends included). */
  readBlob(digest: string, range?: { start: number; end: number }): Readable {
    return createReadStream(this.#blob(digest), range ?? {});
  }

  /** A new file beside the blobs, to be filled and then {@link adopt}ed. */
  async newUpload(): Promise<string> {
    const file = join(this.root, 'uploads', randomUUID());
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, '');
    return file;
  }

  /** Makes a file of {@link newUpload} a blob, if its content is what the digest says. */
  async adopt(file: string, digest: string): Promise<boolean> {
    if ((await fileDigest(file)) !== digest) {
      await rm(file, { force: true });
      return false;
    }
    await mkdir(dirname(this.#blob(digest)), { recursive: true });
    await rename(file, this.#blob(digest));
    return true;
  }

  /** Stores a small blob at once. */
  async putBlob(content: Buffer): Promise<string> {
    const digest = digestOf(content);
    await this.#write(this.#blob(digest), content);
    return digest;
  }

  /** Appends a stream to a file of {@link newUpload}; answers the size that it has then. */
  async append(file: string, body: Readable): Promise<number> {
    await pipeline(body, createWriteStream(file, { flags: 'a' }));
    return (await stat(file)).size;
  }

  /** Notes that a blob belongs to a repository. */
  async link(repository: string, digest: string): Promise<void> {
    await this.#write(this.#layer(repository, digest), '');
  }

  /** Whether {@link link} was called. */
  async isLinked(repository: string, digest: string): Promise<boolean> {
    return exists(this.#layer(repository, digest));
  }

  /** Whether some manifest of a repository that is here refers to a blob. */
  async refersTo(repository: string, digest: string): Promise<boolean> {
    const names = await readdir(join(this.root, 'repos', repository, '_manifests')).catch(() => []);
    for (const name of names) {
      const manifest = `sha256:${name}`;
      // What a manifest refers to never changes: it is part of its digest.
      let references = this.#references.get(manifest);
      if (!references && isDigest(manifest)) {
        const content = await readFile(this.#manifest(repository, manifest)).catch(() => undefined);
        references = new Set(content && readReferences(content));
        if (content) this.#references.set(manifest, references);
      }
      if (references?.has(digest)) return true;
    }
    return false;
  }

  /** A manifest of a repository, by tag or by digest. */
  async readManifest(repository: string, reference: string): Promise<Manifest | undefined> {
    const digest = isDigest(reference) ? reference : (await this.readTag(repository, reference))?.digest;
    if (!digest) return undefined;
    const content = await readFile(this.#manifest(repository, digest)).catch(() => undefined);
    return content && { digest, mediaType: mediaTypeOf(content), content };
  }

  /** Stores a manifest, and points a tag at it if the reference is one. */
  async putManifest(
    repository: string,
    reference: string,
    content: Buffer,
    about: Omit<TagRecord, 'digest'> = {},
  ): Promise<string> {
    const digest = digestOf(content);
    await this.#write(this.#manifest(repository, digest), content);
    if (!isDigest(reference)) await this.putTag(repository, reference, { digest, ...about });
    return digest;
  }

  /** Points a tag at a manifest that is here. */
  async putTag(repository: string, tag: string, record: TagRecord): Promise<void> {
    await this.#write(this.#tag(repository, tag), JSON.stringify(record));
  }

  /** What a tag points to. */
  async readTag(repository: string, tag: string): Promise<TagRecord | undefined> {
    const text = await readFile(this.#tag(repository, tag), 'utf8').catch(() => undefined);
    return text === undefined ? undefined : (JSON.parse(text) as TagRecord);
  }

  /** Tags of a repository, sorted; `undefined` if there is no such repository. */
  async listTags(repository: string): Promise<string[] | undefined> {
    const names = await readdir(join(this.root, 'repos', repository, '_tags')).catch(() => undefined);
    return names?.sort();
  }

  /** All repositories that have some tag. */
  async listRepositories(): Promise<string[]> {
    const base = join(this.root, 'repos');
    const entries = await readdir(base, { recursive: true }).catch(() => []);
    return entries
      .filter((entry) => entry.endsWith('/_tags'))
      .map((entry) => entry.slice(0, -'/_tags'.length));
  }

  /** Forgets everything. */
  async clear(): Promise<void> {
    await rm(this.root, { recursive: true, force: true });
  }

  async #write(file: string, content: Buffer | string): Promise<void> {
    await mkdir(dirname(file), { recursive: true });
    const partial = `${file}.${randomUUID()}`;
    await writeFile(partial, content);
    await rename(partial, file);
  }

  #blob(digest: string): string {
    if (!isDigest(digest)) throw new Error(`«${digest}» no es un digest.`);
    return join(this.root, 'blobs', digest.slice('sha256:'.length));
  }

  #layer(repository: string, digest: string): string {
    return join(this.root, 'repos', repository, '_layers', digest.slice('sha256:'.length));
  }

  #manifest(repository: string, digest: string): string {
    return join(this.root, 'repos', repository, '_manifests', digest.slice('sha256:'.length));
  }

  #tag(repository: string, tag: string): string {
    return join(this.root, 'repos', repository, '_tags', tag);
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Manifests say of themselves what they are; the oldest OCI ones do not, and are told apart by their shape. */
export function mediaTypeOf(content: Buffer): string {
  const json = JSON.parse(content.toString('utf8')) as { mediaType?: string; manifests?: unknown };
  if (json.mediaType) return json.mediaType;
  return json.manifests
    ? 'application/vnd.oci.image.index.v1+json'
    : 'application/vnd.oci.image.manifest.v1+json';
}
