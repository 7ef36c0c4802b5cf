import { resolve } from 'node:path';

/** The project's folder. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** What can be deleted at any time: logs, results and marks of this machine. */
export const CACHE = resolve(ROOT, '.cache');

/** Where the production build is left. */
export const DIST = resolve(ROOT, 'dist');
