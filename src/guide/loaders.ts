/** Astro loaders of what is read from sources rather than written as content: pages' uses and claim tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { folderWatch } from '../examples/watch-folder.ts';
import { EXERCISES, listExercises, readExercise, readShared } from '../exercises/catalog.ts';
import { showExercise } from '../exercises/shown.ts';
import { readClaimTests } from './claim-tests.ts';
import { GLOSSARY, readTerms } from './glossary-files.ts';
import { readPage } from './page.ts';

type Row = { id: string } & Record<string, unknown>;

/** Loader of rows that are all read again when something below `folder` changes: they are few and quick to read. */
export function rowsLoader(name: string, folder: string, read: (root: string) => Row[]): Loader {
  const watch = folderWatch();
  return {
    name,
    async load(context) {
      const root = fileURLToPath(context.config.root);
      await fill(context, read(root));
      watch(context.watcher, join(root, folder), async () => {
        try {
          await fill(context, read(root));
        } catch (error) {
          context.logger.error((error as Error).message);
        }
      });
    },
  };
}

async function fill({ store, parseData, generateDigest }: LoaderContext, rows: Row[]): Promise<void> {
  const ids = new Set(rows.map((row) => row.id));
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
  for (const row of rows) {
    const data = await parseData({ id: row.id, data: row });
    store.set({ id: row.id, data, digest: generateDigest(row) });
  }
}

/** Uses of every page of the guide; the id is the page's address, `index` for the home page. */
export function pagesLoader(): Loader {
  return rowsLoader('pages', 'src/content/docs', (root) =>
    readPages(root).map((page) => ({ id: page.slug || 'index', ...page })),
  );
}

/** Claim tests by id. */
export function claimsLoader(): Loader {
  return rowsLoader('claims', 'tests/claims', (root) => readClaimTests(root).map((test) => ({ ...test })));
}

/** Exercises by id, with the scripts that a reader downloads. */
export function exercisesLoader(): Loader {
  return rowsLoader('exercises', EXERCISES, (root) => {
    const ids = listExercises(root);
    // A site without exercises needs no shared scripts either.
    const shared = ids.length > 0 ? readShared(root) : undefined;
    return ids.flatMap((id) => (shared ? [{ ...showExercise(readExercise(root, id), shared) }] : []));
  });
}

/** Terms of the glossary by id. */
export function glossaryLoader(): Loader {
  return rowsLoader('glossary', GLOSSARY, (root) => readTerms(root).map(({ id, data }) => ({ id, ...data })));
}

/** Reads every page below `src/content/docs/`. */
export function readPages(root: string) {
  const docs = join(root, 'src/content/docs');
  return readdirSync(docs, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.mdx'))
    .sort()
    .map((path) => join(docs, path))
    .map((path) => readPage(readFileSync(path, 'utf8'), relative(root, path).split(sep).join('/')));
}
