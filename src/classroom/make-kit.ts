import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readImageOrigins } from '../bench/environment.ts';
import type { HeaderRule } from '../config/headers.ts';
import { ROOT } from '../config/paths.ts';
import { dockerCli } from '../engine/cli.ts';
import { extraCertificates } from '../images/base.ts';
import { CATALOGUE, findImage, type ImageEntry } from '../images/catalogue.ts';
import type { KitContents, KitImage } from './contents.ts';
import { HubSource } from './hub-source.ts';
import { type CopiedImage, ImageCopier } from './image-copier.ts';
import { readme } from './readme.ts';
import { RegistryFolder } from './registry-folder.ts';
import { writeServerArchive } from './server-archive.ts';
import { composeFile, REGISTRY_CONFIG, SERVER_IMAGES, siteConfig } from './server-files.ts';
import { folderSize, makeReadable, sumsOf } from './sums.ts';

const CONTENTS_FILE = 'contenido.json';
/** What serves the kit has to be in it. */
const NEEDED = { registry: 'registry:2', site: 'nginx:1.30' } as const;
/** Hidden files and the rules of static hosts are not pages. */
const NOT_PUBLISHED = /^(\.|_headers$)/;

/** What to put in a kit, and where. */
export interface KitOptions {
  folder: string;
  /** Run whose hub has the images. */
  runId: string;
  images: readonly ImageEntry[];
  site: { folder: string; base: string; headers: readonly HeaderRule[] };
  onProgress?: (line: string) => void;
}

/** All that a kit has at its top: anything else that is found there is somebody's. */
const KIT_NAMES = [
  ...[CONTENTS_FILE, 'LEEME.md', 'SUMAS.sha256', 'compose.yaml'],
  ...['licencias', 'registro', 'servidor', 'sitio'],
];

/** Makes the folder that carries the guide and its images to a classroom without Internet; answers its bytes. */
export async function makeKit(options: KitOptions): Promise<{ contents: KitContents; bytes: number }> {
  const { folder, onProgress = () => {} } = options;
  const earlier = await readEarlier(folder);
  // Beside the final one: who interrupts us keeps the kit that there was.
  const fresh = join(dirname(folder), `.${basename(folder)}-nuevo`);
  await rm(fresh, { recursive: true, force: true });
  try {
    await mkdir(fresh, { recursive: true });
    const made = await fill(fresh, options, earlier, onProgress);
    await replace(folder, fresh);
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    throw new Error(`No cabe en el disco de «${dirname(folder)}». Elige otro sitio con --salida.`);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Puts a new kit in the place of the one that there was, which is only removed once the new one is there. */
async function replace(folder: string, fresh: string): Promise<void> {
  const old = join(dirname(folder), `.${basename(folder)}-anterior`);
  await rm(old, { recursive: true, force: true });
  await rename(folder, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(fresh, folder);
  await rm(old, { recursive: true, force: true });
}

/** The entries that some names ask for; all of them if there are none. What the kit itself needs is always added. */
export function chooseImages(names: readonly string[]): ImageEntry[] {
  if (names.length === 0) return [...CATALOGUE];
  const asked = names.map((name) => {
    const entry = CATALOGUE.find((candidate) => candidate.name === name) ?? findImage(name);
    if (entry) return entry;
    throw new Error(`No hay ninguna imagen «${name}». Hay: ${CATALOGUE.map(({ ref }) => ref).join(', ')}.`);
  });
  const wanted = new Set([...asked.map(({ ref }) => ref), ...Object.values(NEEDED)]);
  return CATALOGUE.filter(({ ref }) => wanted.has(ref));
}

async function fill(
  folder: string,
  { runId, images, site }: KitOptions,
  earlier: { folder: RegistryFolder; layers: KitContents['layers'] } | undefined,
  onProgress: (line: string) => void,
): Promise<{ contents: KitContents; bytes: number }> {
  const architecture = await dockerCli(['version', '--format', '{{.Server.Arch}}']);
  const registry = new RegistryFolder(join(folder, 'registro'));
  const copier = new ImageCopier({ source: new HubSource(runId), target: registry, architecture, earlier });
  const copied = await copyAll(copier, images, onProgress);

  await mkdir(join(folder, 'servidor'));
  await writeServerArchive(
    registry,
    {
      [SERVER_IMAGES.registry]: copied.get(NEEDED.registry) as CopiedImage,
      [SERVER_IMAGES.site]: copied.get(NEEDED.site) as CopiedImage,
    },
    join(folder, 'servidor/imagenes.tar'),
  );
  await writeFile(join(folder, 'servidor/registro.yml'), REGISTRY_CONFIG);
  await writeFile(join(folder, 'servidor/sitio.conf'), siteConfig(site.base, site.headers));
  await writeFile(join(folder, 'compose.yaml'), composeFile(site.base));
  await cp(site.folder, join(folder, 'sitio'), {
    recursive: true,
    filter: (path) => path === site.folder || !NOT_PUBLISHED.test(basename(path)),
  });
  for (const file of ['LICENSE', 'LICENSE-CONTENIDO.md']) {
    await cp(join(ROOT, file), join(folder, 'licencias', file));
  }
  const contents: KitContents = {
    made: new Date().toISOString(),
    architecture,
    base: site.base,
    ownAuthorities: await extraCertificates(),
    images: await describe(images, copied),
    layers: await copier.layers(),
  };
  await writeFile(join(folder, CONTENTS_FILE), `${JSON.stringify(contents, null, 2)}\n`);
  await writeFile(join(folder, 'LEEME.md'), readme(contents, await folderSize(folder)));
  onProgress('Calculando las sumas…');
  await makeReadable(folder);
  await writeFile(join(folder, 'SUMAS.sha256'), await sumsOf(folder));
  return { contents, bytes: await folderSize(folder) };
}

async function copyAll(
  copier: ImageCopier,
  images: readonly ImageEntry[],
  onProgress: (line: string) => void,
): Promise<Map<string, CopiedImage>> {
  const copied = new Map<string, CopiedImage>();
  const waiting = [...images];
  const work = async () => {
    for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
      onProgress(`Copiando ${entry.ref}…`);
      copied.set(entry.ref, await copyImage(copier, entry));
    }
  };
  // Compressing keeps a core busy; more at a time than there usually are would only fill the memory.
  await Promise.all([work(), work()]);
  return copied;
}

function copyImage(copier: ImageCopier, { name, tag, aliases }: ImageEntry): Promise<CopiedImage> {
  return copier.copy(
    { repository: `library/${name}`, tag },
    // With an address in front students write the short name; a mirror is asked for the long one.
    { repositories: [name, `library/${name}`], tags: [tag, ...aliases] },
  );
}

async function describe(
  images: readonly ImageEntry[],
  copied: ReadonlyMap<string, CopiedImage>,
): Promise<KitImage[]> {
  const origins = await readImageOrigins(images.map(({ ref }) => ref));
  return images.map(({ ref, tag, aliases }) => ({
    ref,
    tags: [tag, ...aliases],
    origin: origins[ref]?.origin ?? 'equivalente',
    ...(copied.get(ref) as CopiedImage),
  }));
}

/** The kit that a folder already has. One with other things in it is somebody's, and stays as it is. */
async function readEarlier(
  folder: string,
): Promise<{ folder: RegistryFolder; layers: KitContents['layers'] } | undefined> {
  const names: string[] = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new Error(`«${folder}» no es una carpeta: elige otra con --salida.`);
  });
  if (names.length === 0) return undefined;
  if (!names.includes(CONTENTS_FILE) || !names.includes('registro')) {
    throw new Error(`La carpeta «${folder}» ya tiene otras cosas. Elige otra con --salida, o vacíala.`);
  }
  const others = names.filter((name) => !KIT_NAMES.includes(name));
  if (others.length > 0) {
    throw new Error(
      `En el kit de «${folder}» hay cosas que no son suyas, y rehacerlo las borraría: ${others.join(', ')}.\n` +
        '  Cómo arreglarlo: muévelas a otro sitio, o elige otra carpeta con --salida.',
    );
  }
  const { layers } = JSON.parse(await readFile(join(folder, CONTENTS_FILE), 'utf8')) as KitContents;
  return { folder: new RegistryFolder(join(folder, 'registro')), layers };
}
