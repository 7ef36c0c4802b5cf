import { join } from 'node:path';

/** Root of the repository. */
export const ROOT = join(import.meta.dirname, '../../..');

/** Folder with one sub-folder for each image that we build. */
export const IMAGES_DIR = join(ROOT, 'scripts/images');

/** Prefix of the names of our images in the contributor's engine, whose own images we never touch. */
export const PREFIX = 'docker-a-prueba';

/** What we remember between runs; safe to delete. */
export const CACHE_DIR = join(ROOT, 'node_modules/.cache/docker-a-prueba');

/** Volume that holds what the hub serves. */
export const REGISTRY_VOLUME = 'docker-a-prueba-registro';

/** Label of objects that outlive a run. */
export const CACHE_LABEL = 'docker-a-prueba=cache';
