/** Astro loader of the examples: sessions, their files with regions, and where their outputs came from. */
import { readFileSync, statSync } from 'node:fs';
import { basename, extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { listExampleIds, readExample } from './catalog.ts';
import { type AnnotatedFile, parseRegions } from './files.ts';
import { exampleFingerprint, practiceFingerprint } from './proof-fingerprint.ts';
import type { Provenance } from './provenance.ts';
import type { Session, Step } from './session.ts';
import { filesText } from './typed.ts';
import { differingSteps } from './variants.ts';

export interface ExampleFile extends AnnotatedFile {
  /** Language for highlighting. */
  language: string;
  /** Whether it may be run as a program; unknown where the file system does not say. */
  executable?: boolean;
}

/** What the site knows about an example. */
export interface ExampleData {
  session: Session;
  /** What a result must be of to be shown (proof-fingerprint.ts). */
  fingerprint: string;
  /** What a mutation score must be of. */
  practice: string;
  files: Record<string, ExampleFile>;
  provenance?: Provenance;
  /** What other engines answer, by name. */
  variants: Record<string, Variant>;
}

export interface Variant {
  session: Session;
  provenance?: Provenance;
  /** The steps that say something else, with only the commands that do. */
  differing: Step[];
}

const LANGUAGES: Record<string, string> = {
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.js': 'js',
  '.mjs': 'js',
  '.ts': 'ts',
  '.json': 'json',
  '.sh': 'sh',
  '.py': 'python',
  '.go': 'go',
  '.sql': 'sql',
  '.html': 'html',
  '.css': 'css',
  '.conf': 'nginx',
  '.toml': 'toml',
  '.env': 'ini',
  '.ini': 'ini',
};

/** Language of a file by its name. */
export function languageOf(path: string): string {
  const name = basename(path);
  if (/^(Dockerfile|Containerfile)/.test(name) || name.endsWith('.Dockerfile')) return 'dockerfile';
  if (/^\.env/.test(name)) return 'ini';
  return LANGUAGES[extname(name)] ?? 'txt';
}

/** Reads an example with its files; files that are not text are left out. */
export function loadExample(root: string, id: string): ExampleData {
  const example = readExample(root, id);
  const files: ExampleData['files'] = {};
  for (const path of example.files) {
    const text = readFileSync(join(example.dir, path), 'utf8');
    if (text.includes('\0')) continue;
    const file: ExampleFile = { language: languageOf(path), ...parseRegions(text, `examples/${id}/${path}`) };
    if (process.platform !== 'win32')
      file.executable = (statSync(join(example.dir, path)).mode & 0o111) !== 0;
    files[path] = file;
  }
  const data: ExampleData = {
    session: example.session,
    fingerprint: exampleFingerprint(example),
    practice: practiceFingerprint(example),
    files,
    variants: Object.fromEntries(
      Object.entries(example.variants).map(([engine, variant]) => [
        engine,
        { ...variant, differing: differingSteps(example.session, variant.session, filesText(example)) },
      ]),
    ),
  };
  if (example.provenance) data.provenance = example.provenance;
  return data;
}

/** The examples as a collection; in development an example is read again as soon as one of its files changes. */
export function examplesLoader(folder = 'examples'): Loader {
  return {
    name: 'examples',
    async load(context) {
      const root = join(fileURLToPath(context.config.root), folder);
      const ids = listExampleIds(root);
      for (const id of context.store.keys()) if (!ids.includes(id)) context.store.delete(id);
      for (const id of ids) await put(context, root, id);
      watch(context, root);
    },
  };
}

async function put(
  { store, parseData, generateDigest }: LoaderContext,
  root: string,
  id: string,
): Promise<void> {
  const loaded = { ...loadExample(root, id) };
  const data = await parseData({ id, data: loaded });
  store.set({ id, data, digest: generateDigest(loaded) });
}

function watch(context: LoaderContext, root: string): void {
  context.watcher?.add(root);
  context.watcher?.on('all', async (_event, path) => {
    if (!path.startsWith(root + sep)) return;
    const changed = relative(root, path).split(sep).join('/');
    const ids = listExampleIds(root);
    for (const id of context.store.keys()) if (!ids.includes(id)) context.store.delete(id);
    const id = ids.find((candidate) => changed.startsWith(`${candidate}/`));
    if (!id) return;
    try {
      await put(context, root, id);
      context.logger.info(`leído de nuevo: ${id}`);
    } catch (error) {
      context.logger.error((error as Error).message);
    }
  });
}
