import { spawn } from 'node:child_process';
import { copyFile, link, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CopiedImage } from './image-copier.ts';
import type { RegistryFolder } from './registry-folder.ts';

/** What `docker load` reads: which files make up each image, and how it is called. */
export function archiveIndex(images: Readonly<Record<string, CopiedImage>>): unknown[] {
  return Object.entries(images).map(([name, { config, layers }]) => ({
    Config: inArchive(config),
    RepoTags: [name],
    Layers: layers.map(inArchive),
  }));
}

/**
 * Writes an archive for `docker load` with images of a registry's folder: those that the registry itself needs
 * before it can serve anything. Its layers stay compressed, which `docker save` never does.
 * @param images by the name that they will have
 */
export async function writeServerArchive(
  registry: RegistryFolder,
  images: Readonly<Record<string, CopiedImage>>,
  file: string,
): Promise<void> {
  // Beside the registry, so that its files can be linked instead of copied.
  const folder = await mkdtemp(join(dirname(file), '.servidor-'));
  try {
    for (const { config, layers } of Object.values(images)) {
      for (const digest of [config, ...layers])
        await place(registry.blob(digest), join(folder, inArchive(digest)));
    }
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(archiveIndex(images)));
    await tar(['--create', '--file', file, '--directory', folder, 'manifest.json', 'blobs']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs `tar`. */
export function tar(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('tar', args, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`«tar ${args.join(' ')}» salió con el código ${code}.`)),
    );
  });
}

function inArchive(digest: string): string {
  return `blobs/${digest.replace(':', '/')}`;
}

async function place(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  // A USB stick has no hard links.
  await link(from, to).catch(() => copyFile(from, to));
}
