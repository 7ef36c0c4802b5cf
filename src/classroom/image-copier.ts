import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { PassThrough, type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import {
  choosePlatform,
  compressedType,
  type ImageManifest,
  isIndex,
  type Part,
  withLayers,
} from './manifest.ts';
import type { RegistryFolder } from './registry-folder.ts';

/** Where images come from. */
export interface ImageSource {
  /** A manifest or an index of a repository, by tag or by digest. */
  manifest(repository: string, reference: string): Promise<Buffer>;
  /** The bytes of a blob; `end` fails if they did not all come. */
  blob(repository: string, digest: string): { body: Readable; end: Promise<void> };
}

/** An image that is in the kit. */
export interface CopiedImage {
  digest: string;
  config: string;
  /** Digests of its compressed layers, from the base up. */
  layers: string[];
  /** What a student downloads. */
  size: number;
}

/** Compressed layers by the digest that they have where they come from. */
export type Layers = Record<string, Part>;

/** Copies images from a source to a registry's folder and compresses their layers, each of them once. */
export class ImageCopier {
  readonly #source: ImageSource;
  readonly #target: RegistryFolder;
  readonly #architecture: string;
  readonly #earlier: { folder: RegistryFolder; layers: Layers } | undefined;
  readonly #layers = new Map<string, Promise<Part>>();

  /**
   * @param options.earlier an older kit, whose layers need not be compressed again
   */
  constructor(options: {
    source: ImageSource;
    target: RegistryFolder;
    architecture: string;
    earlier?: { folder: RegistryFolder; layers: Layers } | undefined;
  }) {
    this.#source = options.source;
    this.#target = options.target;
    this.#architecture = options.architecture;
    this.#earlier = options.earlier;
  }

  /** Copies an image with all its parts and publishes it under some repositories and tags. */
  async copy(
    from: { repository: string; tag: string },
    to: { repositories: readonly string[]; tags: readonly string[] },
  ): Promise<CopiedImage> {
    const original = await this.#readManifest(from.repository, from.tag);
    const { config, layers } = JSON.parse(original.toString('utf8')) as ImageManifest;
    await this.#part(from.repository, config);
    const compressed: Part[] = [];
    for (const layer of layers) compressed.push(await this.#part(from.repository, layer));
    const digest = await this.#target.put(withLayers(original, compressed));
    const parts = [config, ...compressed];
    for (const repository of to.repositories) {
      await this.#target.link(repository, {
        manifest: digest,
        parts: parts.map((part) => part.digest),
        tags: to.tags,
      });
    }
    return {
      digest,
      config: config.digest,
      layers: compressed.map((layer) => layer.digest),
      size: parts.reduce((sum, { size }) => sum + size, 0),
    };
  }

  /** What was compressed, for who makes the kit again. */
  async layers(): Promise<Layers> {
    const entries = [...this.#layers].map(async ([digest, part]) => [digest, await part] as const);
    return Object.fromEntries(await Promise.all(entries));
  }

  async #readManifest(repository: string, tag: string): Promise<Buffer> {
    const content = await this.#source.manifest(repository, tag);
    const manifest = JSON.parse(content.toString('utf8')) as ImageManifest;
    return isIndex(manifest)
      ? this.#source.manifest(repository, choosePlatform(manifest, this.#architecture))
      : content;
  }

  #part(repository: string, part: Part): Promise<Part> {
    const known = this.#layers.get(part.digest);
    if (known) return known;
    const copied = this.#reuse(part).then((earlier) => earlier ?? this.#copyPart(repository, part));
    this.#layers.set(part.digest, copied);
    return copied;
  }

  /** Takes a layer from an earlier kit, which may have been damaged since. */
  async #reuse(part: Part): Promise<Part | undefined> {
    const earlier = this.#earlier?.layers[part.digest];
    if (!this.#earlier || !earlier) return undefined;
    const file = await this.#target.newFile();
    const meter = new Meter();
    try {
      const stored = createReadStream(this.#earlier.folder.blob(earlier.digest));
      await pipeline(stored, meter, createWriteStream(file));
      if (meter.digest !== earlier.digest) return undefined;
      await this.#target.adopt(file, earlier.digest);
      return earlier;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    } finally {
      await this.#target.discard(file);
    }
  }

  async #copyPart(repository: string, part: Part): Promise<Part> {
    const type = compressedType(part.mediaType);
    const file = await this.#target.newFile();
    const [original, stored] = [new Meter(), new Meter()];
    try {
      const { body, end } = this.#source.blob(repository, part.digest);
      const press = type ? createGzip({ level: 6 }) : new PassThrough();
      await Promise.all([end, pipeline(body, original, press, stored, createWriteStream(file))]);
      if (original.digest !== part.digest) throw new Error(`«${part.digest}» llegó dañado de ${repository}.`);
      await this.#target.adopt(file, stored.digest);
    } finally {
      await this.#target.discard(file);
    }
    return { ...part, mediaType: type ?? part.mediaType, digest: stored.digest, size: stored.size };
  }
}

/** Lets bytes through and keeps count of them. */
class Meter extends Transform {
  size = 0;
  readonly #hash = createHash('sha256');
  #digest: string | undefined;

  /** Once everything is through. */
  get digest(): string {
    this.#digest ??= `sha256:${this.#hash.digest('hex')}`;
    return this.#digest;
  }

  override _transform(chunk: Buffer, _encoding: string, done: (error: null, data: Buffer) => void): void {
    this.size += chunk.length;
    this.#hash.update(chunk);
    done(null, chunk);
  }
}
