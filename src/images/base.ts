import { execFile } from 'node:child_process';
import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { IMAGES_DIR } from '../config/paths.ts';
import { tryDockerCli } from '../engine/cli.ts';
import { dockerCommand, pipe } from '../engine/pipe.ts';
import { findMirror, type Mirror, readSources } from '../machine/apt-sources.ts';
import { hashFolders } from './fingerprint.ts';
import { recall, remember } from './memory.ts';
import { machineMirror } from './mirror.ts';
import { DAY, type Freshness } from './versions.ts';

const FOLDER = join(IMAGES_DIR, 'debian');
const CERTIFICATES = '/usr/local/share/ca-certificates';
const KEYRINGS = [
  '/usr/share/keyrings/debian-archive-keyring.pgp',
  '/usr/share/keyrings/debian-archive-keyring.gpg',
];

/**
 * Hash of what the base image is made of: our files, its packages, the mirror and the machine's own certificates.
 * @param freshness how old what is known of its packages may be
 */
export async function baseFingerprint(freshness: Freshness): Promise<string> {
  // A machine that takes its images from Docker Hub needs no mirror; one that builds them fails in buildBase.
  const mirror = findMirror(readSources()) ?? { archive: '', security: '' };
  const folders = (await extraCertificates()) ? [FOLDER, CERTIFICATES] : [FOLDER];
  return hashFolders(folders, [
    mirror.archive,
    mirror.security,
    process.arch,
    mirror.archive ? await basePackages(mirror, freshness) : '',
  ]);
}

/** The packages of the base, `NAME=VERSION…`, as they would be installed today or were on the last day it was asked. */
async function basePackages(mirror: Mirror, freshness: Freshness): Promise<string> {
  const known = await recall<string>('paquetes-base');
  const old = freshness !== 'any' && known && Date.now() - known.at >= DAY;
  if (known && !old) return known.value;
  try {
    await requireMmdebstrap();
    const args = [...(await bootstrapOptions()), '--simulate', '--verbose', 'trixie', '/dev/null'];
    const { stdout, stderr } = await promisify(execFile)('mmdebstrap', [...args, ...suites(mirror)], {
      maxBuffer: 64 * 1024 * 1024,
    });
    const packages = readInstalled(stdout + stderr);
    if (!packages) throw new Error('mmdebstrap no dijo qué paquetes instalaría.');
    await remember('paquetes-base', packages);
    return packages;
  } catch (error) {
    if (known) return known.value;
    throw error;
  }
}

/** `Inst libc6 (2.41-12 Debian:13.8/stable [amd64])` → `libc6=2.41-12`, sorted. */
export function readInstalled(simulation: string): string {
  const lines = simulation.matchAll(/^Inst (\S+) (?:\[[^\]]*\] )?\((\S+) /gm);
  return [...new Set([...lines].map(([, name, version]) => `${name}=${version}`))].sort().join(' ');
}

async function bootstrapOptions(): Promise<string[]> {
  const keyring = await firstThatExists(KEYRINGS);
  return [
    '--mode=root',
    '--variant=minbase',
    '--aptopt=Acquire::Languages "none"',
    ...(keyring ? [`--keyring=${keyring}`] : []),
  ];
}

function suites(mirror: Mirror): string[] {
  return [
    ...['', '-updates'].map((suffix) => `deb ${mirror.archive} trixie${suffix} main`),
    `deb ${mirror.security} trixie-security main`,
  ];
}

/** Makes the equivalent of debian:trixie-slim from Debian's packages and imports it into the engine. */
export async function buildBase(localRef: string, labels: readonly string[]): Promise<void> {
  await requireMmdebstrap();
  const mirror = machineMirror();
  const bootstrap = [
    ...(await bootstrapOptions()),
    `--dpkgopt=${FOLDER}/dpkg.cfg`,
    `--customize-hook=sh ${FOLDER}/personalizar.sh "$1"`,
    'trixie',
    '-',
    ...suites(mirror),
  ];
  const env = {
    ...process.env,
    FOLDER,
    SOURCES: sourcesFile(mirror),
    CERTIFICATES: (await extraCertificates()) ? CERTIFICATES : '',
  };
  const changes = ['CMD ["bash"]', ...labels.map((label) => `LABEL ${label}`)].flatMap((line) => [
    '--change',
    line,
  ]);
  await pipe(['mmdebstrap', bootstrap, { env }], dockerCommand(['import', ...changes, '-', localRef]));
}

/** The text of /etc/apt/sources.list.d/debian.sources inside the image. */
export function sourcesFile(mirror: Mirror): string {
  const stanza = (address: string, suites: string) =>
    `Types: deb\nURIs: ${address}\nSuites: ${suites}\nComponents: main\n` +
    'Signed-By: /usr/share/keyrings/debian-archive-keyring.pgp\n';
  return `${stanza(mirror.archive, 'trixie trixie-updates')}\n${stanza(mirror.security, 'trixie-security')}`;
}

/** Whether this machine trusts certificates of its own: it is then behind a proxy that opens TLS. */
export async function extraCertificates(): Promise<boolean> {
  const files = await readdir(CERTIFICATES).catch(() => []);
  return files.some((name) => name.endsWith('.crt'));
}

async function requireMmdebstrap(): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  const there = await firstThatExists(['/usr/bin/mmdebstrap']);
  if (isRoot && there) return;
  const name = (await tryDockerCli(['info', '--format', '{{.OperatingSystem}}'])) ?? 'tu sistema';
  throw new Error(
    'Docker Hub no responde desde esta máquina, y sin él las imágenes se construyen con «mmdebstrap», ' +
      `que necesita Debian y ser root (aquí: ${name}${isRoot ? '' : ', sin ser root'}).\n` +
      'Instálalo con «apt-get install mmdebstrap», importa un kit con «npm run imagenes -- --importar kit.tar», ' +
      'o conéctate a una red en la que responda Docker Hub.',
  );
}

async function firstThatExists(files: readonly string[]): Promise<string | undefined> {
  for (const file of files) {
    if (
      await access(file).then(
        () => true,
        () => false,
      )
    )
      return file;
  }
  return undefined;
}

/** Gives the official image a name of ours, where Docker Hub answers. */
export async function adoptOfficial(ref: string, localRef: string, labels: readonly string[]): Promise<void> {
  const options = labels.flatMap((label) => ['--label', label]);
  await pipe(
    ['echo', [`FROM ${ref}`]],
    dockerCommand(['build', '--pull', ...options, '--tag', localRef, '-']),
  );
}
