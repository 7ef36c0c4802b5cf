/**
 * Takes the output of `docker save` on standard input and puts the image into the hub's store, under the tags given
 * as arguments: `load.ts REPOSITORY TAG… < image.tar`. HUELLA and FUENTE in the environment are noted with each tag.
 * It is served as official images are: an OCI index with a manifest for each platform (here one), and layers that are
 * compressed, so that what a pull fetches and `docker images` counts is of a reader's order.
 */
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { digestOf, fileDigest, Store } from './store.ts';

interface SavedImage {
  Config: string;
  Layers: string[];
}

interface ImageConfig {
  architecture: string;
  os: string;
  variant?: string;
  config: { Labels?: Record<string, string> };
}

const CONFIG_TYPE = 'application/vnd.oci.image.config.v1+json';
const LAYER_TYPE = 'application/vnd.oci.image.layer.v1.tar+gzip';
const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json';
const INDEX_TYPE = 'application/vnd.oci.image.index.v1+json';

/** Our bookkeeping is of no interest to readers; that the image is an equivalent stays. */
const PRIVATE_LABEL = /^docker-a-prueba(?!\.equivalente)/;

const store = new Store('/registro');
const [repository = '', ...tags] = process.argv.slice(2);
const folder = await mkdtemp('/registro/carga-');
try {
  execFileSync('tar', ['-x', '-C', folder], { stdio: ['inherit', 'inherit', 'inherit'] });
  await loadImage(folder);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function loadImage(root: string): Promise<void> {
  const [image] = JSON.parse(await readFile(join(root, 'manifest.json'), 'utf8')) as SavedImage[];
  if (!image) throw new Error('«docker save» no dio ninguna imagen.');
  const text = cleanConfig(await readFile(join(root, image.Config), 'utf8'));
  const config = Buffer.from(text);
  await store.putBlob(config);
  const layers = [];
  for (const layer of image.Layers) layers.push(await loadLayer(root, layer));
  const manifest = write({
    schemaVersion: 2,
    mediaType: MANIFEST_TYPE,
    config: describe(CONFIG_TYPE, config.length, digestOf(config)),
    layers,
  });
  const digest = await store.putManifest(repository, digestOf(manifest), manifest);
  const { architecture, os, variant } = JSON.parse(text) as ImageConfig;
  const platform = { architecture, os, ...(variant ? { variant } : {}) };
  const index = write({
    schemaVersion: 2,
    mediaType: INDEX_TYPE,
    manifests: [{ ...describe(MANIFEST_TYPE, manifest.length, digest), platform }],
  });
  const about = {
    origin: 'equivalente' as const,
    fingerprint: process.env.HUELLA ?? '',
    source: process.env.FUENTE ?? '',
  };
  for (const tag of tags) await store.putManifest(repository, tag, index, about);
}

/** What a layer of the archive, whose name is its digest, has become in the store. */
async function loadLayer(root: string, layer: string) {
  const name = layer.split('/').at(-1) as string;
  // Images share their lower layers, and compressing takes longer than all the rest.
  const note = join(store.root, 'comprimidas', name);
  const known = await readFile(note, 'utf8').catch(() => undefined);
  if (known && (await store.blobSize(known)) !== undefined) return describeLayer(known);
  const file = join(root, layer);
  if ((await fileDigest(file)) !== `sha256:${name}`) throw new Error(`La capa ${name} llegó dañada.`);
  const upload = await store.newUpload();
  await pipeline(createReadStream(file), createGzip(), createWriteStream(upload));
  const digest = await fileDigest(upload);
  await store.adopt(upload, digest);
  await mkdir(join(store.root, 'comprimidas'), { recursive: true });
  await writeFile(`${note}.${process.pid}`, digest);
  await rename(`${note}.${process.pid}`, note);
  return describeLayer(digest);
}

async function describeLayer(digest: string) {
  return describe(LAYER_TYPE, (await store.blobSize(digest)) as number, digest);
}

function describe(mediaType: string, size: number, digest: string) {
  return { mediaType, size, digest };
}

function write(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value, null, 2));
}

function cleanConfig(text: string): string {
  const config = JSON.parse(text) as ImageConfig;
  const labels = Object.entries(config.config.Labels ?? {}).filter(([name]) => !PRIVATE_LABEL.test(name));
  config.config.Labels = Object.fromEntries(labels);
  return JSON.stringify(config);
}
