import { join } from 'node:path';
import { IMAGES_DIR, ROOT } from '../config/paths.ts';
import type { ImageEntry } from './catalogue.ts';
import { hashFolders } from './fingerprint.ts';
import { recall, remember } from './memory.ts';

/** What a kit has, by reference: what each image was built from there, and our part of it. */
export interface Imported {
  arch: string;
  images: Record<string, { fingerprint: string; recipe: string }>;
}

const NAME = 'kit';

/** Notes that the images of a kit are here. */
export async function rememberImported(imported: Imported): Promise<void> {
  await remember(NAME, imported);
}

/**
 * The fingerprint of an image that came in a kit, as long as this repository would make it in the same way.
 * The rest of its inputs (mirror, certificates, versions) are those of the machine that made the kit.
 */
export async function importedFingerprint(entry: ImageEntry): Promise<string | undefined> {
  const image = (await recall<Imported>(NAME))?.value.images[entry.ref];
  return image && image.recipe === (await recipeHash(entry)) ? image.fingerprint : undefined;
}

/** Hash of what this repository says about an image: its folder, and the code that it holds. */
export async function recipeHash(entry: ImageEntry): Promise<string> {
  const folders = [entry.folder, 'comun'].map((name) => join(IMAGES_DIR, name));
  const contexts = Object.values(entry.contexts ?? {}).map((folder) => join(ROOT, folder));
  return hashFolders([...folders, ...contexts], [JSON.stringify([entry.args, entry.npm, entry.version])]);
}
