/** Name, addresses and base path of the project: the only place where they are written. */

import { readVariable } from './env.ts';

export const SITE_NAME = 'Docker a prueba';
export const SITE_DESCRIPTION =
  'Guía de Docker en español en la que cada orden, cada salida y cada afirmación se ejecutaron en un motor real.';

/** Where the site is published; a fork sets DAP_SITIO_URL. */
export const SITE_URL = readVariable('DAP_SITIO_URL') ?? 'https://docker-a-prueba.github.io';

/** Path under which the site hangs, always with a slash at both ends; a fork sets DAP_BASE. */
export const BASE = normalizeBase(readVariable('DAP_BASE') ?? '/');

/** Public repository, without a slash at the end; a fork sets DAP_REPOSITORIO. */
export const REPOSITORY =
  readVariable('DAP_REPOSITORIO') ?? 'https://github.com/docker-a-prueba/docker-a-prueba';
export const BRANCH = readVariable('DAP_RAMA') ?? 'main';

/** Puts a slash at both ends of a path. */
export function normalizeBase(path: string): string {
  const inner = path.replace(/^\/+|\/+$/g, '');
  return inner ? `/${inner}/` : '/';
}

/** Address of a page of the site (`/redes/dns/` or `redes/dns/`) below the base path. */
export function withBase(path: string, base: string = BASE): string {
  return base + path.replace(/^\/+/, '');
}

/** Address of a file of the project in its repository. */
export function repositoryFile(path: string): string {
  return `${REPOSITORY}/blob/${BRANCH}/${path}`;
}
