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
}

const forky = (name: string): VersionSource => ({ from: 'apt', package: name, suite: 'forky' });
const trixie = (name: string): VersionSource => ({ from: 'apt', package: name, suite: 'trixie' });

/** Recipes by name, or by name and tag when an image has several. */
export const RECIPES: Readonly<Record<string, Recipe>> = {
  debian: { folder: 'debian', aliases: ['stable-slim', 'trixie', 'stable', '13-slim', '13', 'latest'] },
  'hello-world': { folder: 'hello-world', aliases: ['linux'] },
  busybox: {
    folder: 'busybox',
    aliases: ['1', 'latest', 'stable', 'musl', '1.37-musl'],
    version: trixie('busybox-static'),
  },
  nginx: {
    folder: 'nginx',
    aliases: ['1.30-trixie', 'stable', 'stable-trixie', 'latest'],
    version: forky('nginx'),
  },
  redis: { folder: 'redis', aliases: ['8-trixie', 'latest'], version: trixie('redis-server') },
  node: {
    folder: 'node',
    aliases: ['24-slim', '24', 'lts-slim', 'lts-trixie-slim', 'latest'],
    version: { from: 'npm', package: 'node-linux', range: '24' },
    npm: ['npm@11', 'corepack@latest', 'yarn@1'],
  },
};

/** Recipes of our own tools. */
export const TOOL_RECIPES: Readonly<Record<string, Recipe>> = {
  banco: { folder: 'banco', aliases: [], version: forky('docker.io') },
  hub: { folder: 'hub', aliases: [], contexts: { codigo: 'src/sandbox/hub' } },
};
