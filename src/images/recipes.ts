import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IMAGES_DIR } from '../config/paths.ts';

/** Where the version of an image's main program comes from: asked at build time, never written here. */
export type VersionSource =
  | { from: 'apt'; package: string; suite: 'trixie' | 'forky' }
  | { from: 'npm'; package: string; range: string };

/** How to make the equivalent of an official image. */
export interface Recipe {
  /** Folder in `scripts/images/`. */
  folder: string;
  /** Further tags under which the hub serves the image. */
  aliases: readonly string[];
  version?: VersionSource;
  /** Build arguments that tell apart images that share a folder. */
  args?: Readonly<Record<string, string>>;
  /** Folders of this repository, by name of build context. */
  contexts?: Readonly<Record<string, string>>;
  /** npm packages laid out in the build context `paquetes`. */
  npm?: readonly string[];
  /** Its Dockerfile where Docker Hub answers, if that is another one: it only needs official images. */
  official?: string;
  /** It is compiled from Go modules, which come from where this machine gets them. */
  goModules?: true;
}

const forky = (name: string): VersionSource => ({ from: 'apt', package: name, suite: 'forky' });
const trixie = (name: string): VersionSource => ({ from: 'apt', package: name, suite: 'trixie' });

/** The release of the engine that `motor` builds: `29.8.1`. */
export const ENGINE_RELEASE = readRelease(readFileSync(join(IMAGES_DIR, 'motor/motor/go.mod'), 'utf8'));

/** Recipes by name, or by name and tag when an image has several. */
export const RECIPES: Readonly<Record<string, Recipe>> = {
  debian: { folder: 'debian', aliases: ['stable-slim', 'trixie', 'stable', '13-slim', '13', 'latest'] },
  'hello-world': { folder: 'hello-world', aliases: ['linux'] },
  busybox: {
    folder: 'busybox',
    aliases: ['1', 'stable', 'latest'],
    version: trixie('busybox-static'),
  },
  nginx: {
    folder: 'nginx',
    aliases: ['1.30-trixie', 'stable', 'stable-trixie', 'latest'],
    version: forky('nginx'),
  },
  httpd: { folder: 'httpd', aliases: ['2.4-trixie', '2', 'latest'], version: trixie('apache2-bin') },
  redis: { folder: 'redis', aliases: ['8-trixie', 'latest'], version: trixie('redis-server') },
  node: {
    folder: 'node',
    aliases: ['24-slim', '24', 'lts-slim', 'lts-trixie-slim', 'latest'],
    version: { from: 'npm', package: 'node-linux', range: '24' },
    npm: ['npm@11', 'corepack@latest', 'yarn@1'],
  },
  python: {
    folder: 'python',
    aliases: ['3.13-slim', '3.13', '3-slim', 'slim', '3', 'latest'],
    version: trixie('python3.13'),
  },
  golang: {
    folder: 'golang',
    aliases: ['1.24', '1', 'latest'],
    version: trixie('golang-1.24-go'),
  },
  'postgres:17': {
    folder: 'postgres',
    aliases: ['17-trixie'],
    version: trixie('postgresql-17'),
    args: { MAJOR: '17', SUITE: '', DATA: '/var/lib/postgresql/data', MOUNT: '/var/lib/postgresql/data' },
  },
  'postgres:18': {
    folder: 'postgres',
    aliases: ['18-trixie', 'latest'],
    version: forky('postgresql-18'),
    args: {
      MAJOR: '18',
      SUITE: '--forky',
      DATA: '/var/lib/postgresql/18/docker',
      MOUNT: '/var/lib/postgresql',
    },
  },
  mariadb: { folder: 'mariadb', aliases: ['11', 'lts', 'latest'], version: trixie('mariadb-server') },
  registry: { folder: 'registry', aliases: ['latest'], version: trixie('docker-registry') },
  docker: { folder: 'docker', aliases: ['dind'], args: { VERSION: ENGINE_RELEASE } },
};

/** Recipes of our own tools; `banco` has the engine with which the guide is recorded. */
export const TOOL_RECIPES = {
  banco: { folder: 'banco', aliases: [] },
  hub: { folder: 'hub', aliases: [], contexts: { codigo: 'src/hub' } },
} as const satisfies Record<string, Recipe>;

/** Recipes of what other images take programs from; no container is ever made of them. */
export const PART_RECIPES: Readonly<Record<string, Recipe>> = {
  motor: { folder: 'motor', aliases: [], official: 'Dockerfile.oficial', goModules: true },
};

/** Recipes of sandboxes with other engines, with which recorded outputs are compared: by the name of the engine. */
export const OTHER_ENGINES: Readonly<Record<string, Recipe>> = {
  '29-overlay2': { folder: 'banco-29-overlay2', aliases: [] },
  '28': {
    folder: 'banco-28',
    aliases: [],
    version: forky('docker.io'),
    contexts: { banco: 'scripts/images/banco' },
  },
  estable: {
    folder: 'banco-estable',
    aliases: [],
    version: trixie('docker.io'),
    contexts: { banco: 'scripts/images/banco' },
  },
};

/**
 * What a line of motor/go.mod says of the release that a version of moby's module is.
 * @throws Error in Spanish when it says nothing
 */
function readRelease(goMod: string): string {
  const release = /^\/\/ dockerd (\S+)$/m.exec(goMod)?.[1];
  if (release) return release;
  throw new Error(
    'scripts/images/motor/motor/go.mod no dice qué versión de Docker compila.\n' +
      '  Cómo arreglarlo: escribe en sus primeras líneas «// dockerd 29.8.1», con la que toque.',
  );
}
