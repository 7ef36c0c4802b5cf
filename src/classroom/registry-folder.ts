import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where the registry image looks for its data, below the folder that it is given. */
const VERSION_FOLDER = 'docker/registry/v2';

/** Path of the bytes of a digest. */
export function blobPath(digest: string): string {
  const hex = digest.slice('sha256:'.length);
  return `${VERSION_FOLDER}/blobs/sha256/${hex.slice(0, 2)}/${hex}/data`;
}

/** Paths of the small files that make an image part of a repository, and of the tags that lead to it. */
export function linkPaths(
  repository: string,
  image: { manifest: string; parts: readonly string[]; tags: readonly string[] },
): Record<string, string> {
  const home = `${VERSION_FOLDER}/repositories/${repository}`;
  const name = (digest: string) => digest.replace(':', '/');
  const links: Record<string, string> = {
    [`${home}/_manifests/revisions/${name(image.manifest)}/link`]: image.manifest,
  };
  for (const part of image.parts) links[`${home}/_layers/${name(part)}/link`] = part;
  for (const tag of image.tags) {
    links[`${home}/_manifests/tags/${tag}/current/link`] = image.manifest;
    links[`${home}/_manifests/tags/${tag}/index/${name(image.manifest)}/link`] = image.manifest;
  }
  return links;
}

/** A folder laid out as the `registry:2` image stores its images, so that it serves them without any import. */
export class RegistryFolder {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /** Full path of a blob that is here, or will be. */
  blob(digest: string): string {
    return join(this.root, blobPath(digest));
  }

  /** A file to fill beside the blobs. */
  async newFile(): Promise<string> {
    await mkdir(this.root, { recursive: true });
    return join(this.root, `.a-medias-${randomUUID()}`);
  }

  /** Makes a file of {@link newFile} the blob of a digest, which the caller has checked. */
  async adopt(file: string, digest: string): Promise<void> {
    await mkdir(dirname(this.blob(digest)), { recursive: true });
    await rename(file, this.blob(digest));
  }

  /** Stores some bytes; answers their digest. */
  async put(content: Buffer): Promise<string> {
    const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`;
    await this.#write(blobPath(digest), content);
    return digest;
  }

  /** Publishes an image whose parts are here, under a repository and its tags. */
  async link(
    repository: string,
    image: { manifest: string; parts: readonly string[]; tags: readonly string[] },
  ): Promise<void> {
    for (const [path, digest] of Object.entries(linkPaths(repository, image))) {
      await this.#write(path, digest);
    }
  }

  /** Removes what is half done. */
  async discard(file: string): Promise<void> {
    await rm(file, { force: true });
  }

  async #write(path: string, content: Buffer | string): Promise<void> {
    const file = join(this.root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
