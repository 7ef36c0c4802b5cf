/** What an image of a registry says of itself, and how it changes when its layers are compressed: pure. */

/** A part of an image. */
export interface Part {
  mediaType: string;
  digest: string;
  size: number;
}

/** The manifest of an image for one platform. */
export interface ImageManifest {
  schemaVersion: number;
  mediaType?: string;
  config: Part;
  layers: Part[];
}

/** What an index offers: one image for each platform. */
export interface ImageIndex {
  manifests: (Part & { platform?: { os: string; architecture: string; variant?: string } })[];
}

/** Media types of layers that travel uncompressed, and how they are called once compressed. */
const COMPRESSED: Readonly<Record<string, string>> = {
  'application/vnd.docker.image.rootfs.diff.tar': 'application/vnd.docker.image.rootfs.diff.tar.gzip',
  'application/vnd.oci.image.layer.v1.tar': 'application/vnd.oci.image.layer.v1.tar+gzip',
};

/** Every type of manifest that we can read. */
export const MANIFEST_TYPES: readonly string[] = [
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
];

/** Media type that a layer has once compressed; `undefined` if it already is. */
export function compressedType(mediaType: string): string | undefined {
  return COMPRESSED[mediaType];
}

/** Whether it is an index, which has no layers of its own. */
export function isIndex(manifest: ImageManifest | ImageIndex): manifest is ImageIndex {
  return 'manifests' in manifest;
}

/**
 * The image of an index for Linux on a processor.
 * @param architecture as Docker calls it: `amd64`, `arm64`
 * @throws Error in Spanish that says for which processors there is one
 */
export function choosePlatform(index: ImageIndex, architecture: string): string {
  const linux = index.manifests.filter(({ platform }) => platform?.os === 'linux');
  const found = linux.find(({ platform }) => platform?.architecture === architecture);
  if (found) return found.digest;
  const names = [...new Set(linux.map(({ platform }) => platform?.architecture))].join(', ') || 'ninguno';
  throw new Error(`No hay imagen para procesadores ${architecture}; la hay para: ${names}.`);
}

/**
 * The bytes of a manifest whose layers may have been compressed on the way. Those of an image that already was stay
 * as they are, and so does its digest.
 */
export function withLayers(content: Buffer, layers: readonly Part[]): Buffer {
  const manifest = JSON.parse(content.toString('utf8')) as ImageManifest;
  const isSame = manifest.layers.every(({ digest }, position) => digest === layers[position]?.digest);
  return isSame ? content : Buffer.from(JSON.stringify({ ...manifest, layers }, null, 3));
}
