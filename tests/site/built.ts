/** The built site under test. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BuiltPage, readBuiltPages } from '../../scripts/site/dist.ts';
import { readVariable } from '../../src/config/env.ts';

export const ROOT = join(import.meta.dirname, '../..');

/** DAP_DIST names another build of the site, made for the root path. */
export const DIST = readVariable('DAP_DIST') ?? join(ROOT, 'dist');

/**
 * Pages of the built site.
 * @throws Error (Spanish, with remedy) when there is no build
 */
export function builtPages(): BuiltPage[] {
  if (!existsSync(join(DIST, 'index.html'))) {
    throw new Error(`No hay sitio construido en ${DIST}\n  Cómo arreglarlo: npm run build`);
  }
  return readBuiltPages(DIST);
}
