import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CACHE_DIR,
  CACHE_LABEL,
  EQUIVALENT_LABEL,
  FINGERPRINT_LABEL,
  IMAGES_DIR,
  ROOT,
} from '../config/paths.ts';
import { dockerCli, tryDockerCli } from '../engine/cli.ts';
import { adoptOfficial, baseFingerprint, buildBase } from './base.ts';
import { BASE_IMAGE, CATALOGUE, findImage, type ImageEntry, PARTS, TOOLS } from './catalogue.ts';
import { chosenEngine, sandboxWith } from './engines.ts';
import { hashFolders } from './fingerprint.ts';
import { goProxy } from './go-proxy.ts';
import { importedFingerprint } from './imported.ts';
import { layOutPackages, packageVersion } from './npm-packages.ts';
import { installsOf } from './packages.ts';
import { replaceImage } from './replace.ts';
import { Turns } from './turns.ts';
import {
  checkTag,
  closureKey,
  type Freshness,
  keysOf,
  npmSource,
  othersInputs,
  queryVersions,
  upstreamVersion,
  type Versions,
  versionKey,
} from './versions.ts';

/** What happened with one image. */
export interface BuildReport {
  ref: string;
  built: boolean;
  seconds: number;
}

/** Called when something about an image is worth telling. */
export type Progress = (line: string) => void;

const COMMON = join(IMAGES_DIR, 'comun');
const AT_ONCE = 2;
/** The engine, and the image with whose compiler it is made. */
const LONGEST = new Set(PARTS.flatMap((part) => [part, ...part.needs.map(findImage)]));

/** Builds images in the contributor's engine, in the order of their needs, and only those whose inputs changed. */
export class Builder {
  readonly #online: boolean;
  readonly #progress: Progress;
  readonly #freshness: Freshness;
  readonly #fingerprints = new Map<string, Promise<string>>();
  readonly #builds = new Map<string, Promise<BuildReport>>();
  readonly #turns = new Turns(AT_ONCE);
  #versions: Promise<Versions> | undefined;

  constructor(options: { online: boolean; refresh?: boolean; onProgress?: Progress | undefined }) {
    this.#online = options.online;
    this.#freshness = options.refresh ? 'day' : 'any';
    this.#progress = options.onProgress ?? (() => {});
  }

  /** Makes sure that an image is there, with what it needs. Asking twice builds once. */
  ensure(entry: ImageEntry): Promise<BuildReport> {
    const known = this.#builds.get(entry.ref);
    if (known) return known;
    const build = this.#ensure(entry);
    this.#builds.set(entry.ref, build);
    return build;
  }

  /** Whether an image is there as it should be. */
  async isBuilt(entry: ImageEntry): Promise<boolean> {
    return (await builtFingerprint(entry)) === (await this.fingerprint(entry));
  }

  /** Hash of everything that an image is made of, that of its bases included. */
  fingerprint(entry: ImageEntry): Promise<string> {
    const known = this.#fingerprints.get(entry.ref);
    if (known) return known;
    const fingerprint = this.#fingerprint(entry);
    this.#fingerprints.set(entry.ref, fingerprint);
    return fingerprint;
  }

  /** What {@link ensure} did, in the order in which it was asked. */
  reports(): Promise<BuildReport[]> {
    return Promise.all(this.#builds.values());
  }

  async #ensure(entry: ImageEntry): Promise<BuildReport> {
    if (await this.isBuilt(entry)) return { ref: entry.ref, built: false, seconds: 0 };
    // What is going to be installed is what there is now, so its name must say so.
    await this.#learn(entry);
    const wanted = await this.fingerprint(entry);
    await Promise.all(this.#needsOf(entry).map((need) => this.ensure(need)));
    // What takes longest and the sandboxes wait for does not wait for images of the guide.
    using _turn = await this.#turns.take(LONGEST.has(entry));
    this.#progress(`Construyendo ${entry.ref}…`);
    const start = Date.now();
    await replaceImage(entry.localRef, () => this.#build(entry, wanted));
    const seconds = (Date.now() - start) / 1000;
    this.#progress(`${entry.ref}: lista en ${seconds.toFixed(0)} s`);
    return { ref: entry.ref, built: true, seconds };
  }

  async #fingerprint(entry: ImageEntry): Promise<string> {
    const imported = await importedFingerprint(entry);
    if (imported) return imported;
    if (this.#adopts(entry)) return 'docker-hub';
    if (entry.folder === 'debian') return baseFingerprint(this.#freshness);
    const folders = [
      join(IMAGES_DIR, entry.folder),
      COMMON,
      ...contextFolders(entry).map(([, folder]) => folder),
    ];
    const bases = await Promise.all(this.#needsOf(entry).map((need) => this.fingerprint(need)));
    const versions = await this.#known(entry);
    return hashFolders(folders, [
      ...bases,
      ...othersInputs(entry, versions),
      JSON.stringify([entry.args, process.arch, this.#takesOfficial(entry) || undefined]),
    ]);
  }

  async #build(entry: ImageEntry, fingerprint: string): Promise<void> {
    const labels = [
      CACHE_LABEL,
      `${FINGERPRINT_LABEL}=${fingerprint}`,
      ...(CATALOGUE.includes(entry) && !this.#online ? [`${EQUIVALENT_LABEL}=${entry.ref}`] : []),
    ];
    if (this.#adopts(entry)) return adoptOfficial(entry.ref, entry.localRef, labels);
    if (entry.folder === 'debian') return buildBase(entry.localRef, labels);
    const versions = await this.#known(entry);
    const version = entry.version && versions[versionKey(entry.version)];
    if (version) checkTag(entry, version);
    const packages = join(CACHE_DIR, `paquetes-${entry.name}`);
    const args: Record<string, string> = { ...entry.args };
    if (version) Object.assign(args, { PAQUETE: version, VERSION: upstreamVersion(version) });
    const closures = join(CACHE_DIR, `cierre-${entry.name}`);
    const contexts: [string, string][] = [['comun', COMMON], ['cierre', closures], ...contextFolders(entry)];
    try {
      await writeClosures(closures, versions[closureKey(installsOf(entry))] ?? '');
      if (entry.npm && version) {
        const exact = entry.npm.map((spec) => {
          const source = npmSource(spec);
          return `${source.package}@${versions[versionKey(source)]}`;
        });
        await layOutPackages(packages, { node: `node-linux-${process.arch}@${version}` }, exact);
        args.YARN = await packageVersion(join(packages, 'yarn'));
        contexts.push(['paquetes', packages]);
      }
      const file = this.#takesOfficial(entry) ? entry.official : undefined;
      await buildWithContexts(entry, contexts, args, labels, file);
    } finally {
      for (const folder of [packages, closures]) await rm(folder, { recursive: true, force: true });
    }
  }

  /** Where Docker Hub answers, bases of our tools are the official images. */
  #adopts(entry: ImageEntry): boolean {
    return this.#online && CATALOGUE.includes(entry);
  }

  #takesOfficial(entry: ImageEntry): boolean {
    return this.#online && entry.official !== undefined;
  }

  #needsOf(entry: ImageEntry): ImageEntry[] {
    return this.#takesOfficial(entry) ? [] : needsOf(entry);
  }

  /** What others decide about an image; that of the usual images is asked in one go. */
  async #known(entry: ImageEntry): Promise<Versions> {
    if (keysOf(entry).length === 0) return {};
    this.#versions ??= this.#askVersions();
    const versions = await this.#versions;
    // The virtual machine is in no list, because most never need it.
    return keysOf(entry).every((key) => key in versions) ? versions : this.#query([entry], 'any');
  }

  /** Brings up to date what is known about an image that has to be built. */
  async #learn(entry: ImageEntry): Promise<void> {
    if (this.#adopts(entry) || keysOf(entry).length === 0) return;
    const versions = await this.#query([entry], 'day');
    const before = await this.#known(entry);
    if (keysOf(entry).every((key) => versions[key] === before[key])) return;
    this.#versions = Promise.resolve({ ...before, ...versions });
    this.#fingerprints.delete(entry.ref);
  }

  async #askVersions(): Promise<Versions> {
    const ours = [...TOOLS, sandboxWith(chosenEngine())];
    return this.#query(this.#online ? ours : [...CATALOGUE, ...ours], this.#freshness);
  }

  #query(entries: readonly ImageEntry[], freshness: Freshness): Promise<Versions> {
    return queryVersions(entries, freshness, async () => {
      await this.ensure(BASE_IMAGE);
      this.#progress('Preguntando a Debian y a npm qué versiones hay…');
    });
  }
}

/** Fingerprint of an image that is in the engine. */
async function builtFingerprint(entry: ImageEntry): Promise<string | undefined> {
  const format = `{{index .Config.Labels "${FINGERPRINT_LABEL}"}}`;
  return tryDockerCli(['image', 'inspect', '--format', format, entry.localRef]);
}

/**
 * One file for each step that installs packages, with what it installs: the step mounts it, so that it is only taken
 * from the engine's cache while Debian offers the same.
 */
async function writeClosures(folder: string, closure: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [index, step] of closure.split('\n').entries())
    await writeFile(join(folder, String(index + 1)), step);
}

/** The entries that an image is built from. */
export function needsOf(entry: ImageEntry): ImageEntry[] {
  const all = [...CATALOGUE, ...TOOLS, ...PARTS];
  return entry.needs.map((ref) => {
    const need = all.find((candidate) => candidate.ref === ref);
    if (!need) {
      throw new Error(
        `scripts/images/${entry.folder}/Dockerfile parte de «${ref}», que no está en scripts/images/Dockerfile.`,
      );
    }
    return need;
  });
}

function contextFolders(entry: ImageEntry): [string, string][] {
  return Object.entries(entry.contexts ?? {}).map(([name, folder]) => [name, join(ROOT, folder)]);
}

async function buildWithContexts(
  entry: ImageEntry,
  contexts: readonly [string, string][],
  args: Readonly<Record<string, string>>,
  labels: readonly string[],
  file?: string,
): Promise<void> {
  await mkdir(CACHE_DIR, { recursive: true });
  // A `FROM nginx:1.30` of ours means our own image under its prefixed name.
  const bases = needsOf(entry).map((need) => [need.ref, `docker-image://${need.localRef}`]);
  const proxy = entry.goModules && !file ? await goProxy() : undefined;
  const env = { ...process.env, ...(proxy ? { GOPROXY: proxy } : {}) };
  await dockerCli(
    [
      'build',
      '--progress=plain',
      ...(file ? ['--file', join(IMAGES_DIR, entry.folder, file)] : []),
      // A secret stays in no layer and in no history.
      ...(proxy ? ['--secret', 'id=goproxy,env=GOPROXY'] : []),
      ...[...contexts, ...bases].flatMap(([name, place]) => ['--build-context', `${name}=${place}`]),
      ...Object.entries(args).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]),
      ...labels.flatMap((label) => ['--label', label]),
      ...['--tag', entry.localRef, join(IMAGES_DIR, entry.folder)],
    ],
    { env },
  );
}
