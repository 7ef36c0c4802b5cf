import { join } from 'node:path';
import { readVariable } from './env.ts';

/** Root of the repository. */
export const ROOT = join(import.meta.dirname, '../..');

/** Folder with one sub-folder for each image that we build. */
export const IMAGES_DIR = join(ROOT, 'scripts/images');

/**
 * Prefix of the names and labels of all that we make in the contributor's engine, whose own things we never touch.
 * Another one gives a second, separate installation: who changes images tries them without disturbing anybody.
 */
export const PREFIX = readVariable('DAP_PREFIJO') ?? 'docker-a-prueba';

/** What we remember between runs; safe to delete. Not in node_modules, which every `npm ci` empties. */
export const CACHE_DIR = join(ROOT, '.cache', PREFIX);

/** Volume that holds what the hub serves. */
export const REGISTRY_VOLUME = `${PREFIX}-registro`;

/** Label of objects that outlive a run. */
export const CACHE_LABEL = `${PREFIX}=cache`;

/** Label of an image: hash of everything that it was built from. */
export const FINGERPRINT_LABEL = 'docker-a-prueba.huella';

/** Label of an image: the official one that it stands for. */
export const EQUIVALENT_LABEL = 'docker-a-prueba.equivalente';

/** The engine with which outputs are recorded and a build is allowed; others are only compared with it. */
export const MAIN_ENGINE = 'actual';

/** What can be deleted at any time: logs, results and marks of this machine. */
export const CACHE = join(ROOT, '.cache');

/** Where the production build is left. */
export const DIST = join(ROOT, 'dist');
