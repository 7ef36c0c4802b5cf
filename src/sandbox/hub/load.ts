/**
 * Takes the output of `docker save` on standard input and puts the image into the hub's store, under the tags given
 * as arguments: `load.ts REPOSITORY TAG… < image.tar`. HUELLA and FUENTE in the environment are noted with each tag.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf, Store } from './store.ts';

interface SavedImage {
  Config: string;
  Layers: string[];
}

interface ImageConfig {
  config: { Labels?: Record<string, string> };
}

const CONFIG_TYPE = 'application/vnd.docker.container.image.v1+json';
const LAYER_TYPE = 'application/vnd.docker.image.rootfs.diff.tar';
const MANIFEST_TYPE = 'application/vnd.docker.distribution.manifest.v2+json';

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
  const config = Buffer.from(cleanConfig(await readFile(join(root, image.Config), 'utf8')));
  await store.putBlob(config);
  const layers = [];
  for (const layer of image.Layers) layers.push(await loadLayer(root, layer));
  const manifest = {
    schemaVersion: 2,
    mediaType: MANIFEST_TYPE,
    config: { mediaType: CONFIG_TYPE, size: config.length, digest: digestOf(config) },
    layers,
  };
  const content = Buffer.from(JSON.stringify(manifest, null, 3));
  const about = {
    origin: 'equivalente' as const,
    fingerprint: process.env.HUELLA ?? '',
    source: process.env.FUENTE ?? '',
  };
  for (const tag of tags) await store.putManifest(repository, tag, content, about);
}

async function loadLayer(root: string, layer: string) {
  const file = join(root, layer);
  const { size } = await stat(file);
  const upload = await store.newUpload();
  const digest = `sha256:${layer.split('/').at(-1)}`;
  // Images share their lower layers, and the archive holds a shared file only once.
  if ((await store.blobSize(digest)) === undefined) {
    await rename(file, upload);
    if (!(await store.adopt(upload, digest))) throw new Error(`La capa ${digest} llegó dañada.`);
  } else {
    await rm(upload);
  }
  return { mediaType: LAYER_TYPE, size, digest };
}

function cleanConfig(text: string): string {
  const config = JSON.parse(text) as ImageConfig;
  const labels = Object.entries(config.config.Labels ?? {}).filter(([name]) => !PRIVATE_LABEL.test(name));
  config.config.Labels = Object.fromEntries(labels);
  return JSON.stringify(config);
}
