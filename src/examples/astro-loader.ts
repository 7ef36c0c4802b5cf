/** Astro loader of the examples. */
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { listExampleIds } from './catalog.ts';
import { loadExample } from './load-example.ts';
import { folderWatch } from './watch-folder.ts';

/** The examples as a collection; in development an example is read again as soon as one of its files changes. */
export function examplesLoader(folder = 'examples'): Loader {
  const watch = folderWatch();
  return {
    name: 'examples',
    async load(context) {
      const root = join(fileURLToPath(context.config.root), folder);
      const ids = forget(context, root);
      for (const id of ids) await put(context, root, id);
      watch(context.watcher, root, (path) => reload(context, root, path));
    },
  };
}

/** Drops the examples that are no longer there; the ids of those that are. */
function forget({ store }: LoaderContext, root: string): string[] {
  const ids = listExampleIds(root);
  for (const id of store.keys()) if (!ids.includes(id)) store.delete(id);
  return ids;
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

async function reload(context: LoaderContext, root: string, path: string): Promise<void> {
  const changed = relative(root, path).replaceAll('\\', '/');
  const id = forget(context, root).find((candidate) => changed.startsWith(`${candidate}/`));
  if (!id) return;
  try {
    await put(context, root, id);
    context.logger.info(`leído de nuevo: ${id}`);
  } catch (error) {
    context.logger.error((error as Error).message);
  }
}
