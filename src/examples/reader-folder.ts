/** The files of an example as a reader has them on disk: without its session, and without marks of regions. */
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { isOwnFile } from './catalog.ts';
import { parseRegions, textOf } from './files.ts';

/** Only there so that Git keeps a folder that a reader has empty. */
export const KEEPER = '.gitkeep';

/** Something in the folder of a reader; its path has slashes and no leading one. */
export type ReaderEntry = { path: string } & (
  | { kind: 'file'; bytes: Buffer; executable: boolean }
  | { kind: 'link'; target: string }
  /** Only those that would be empty. */
  | { kind: 'folder' }
);

/** All that a reader needs in the working folder before the first command of an example, sorted by path. */
export function readReaderFolder(dir: string): ReaderEntry[] {
  const below = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !isOwnFile(path))
    .sort();
  return below.flatMap((path) => {
    const entry = readEntry(dir, path);
    return entry ? [entry] : [];
  });
}

function readEntry(dir: string, path: string): ReaderEntry | undefined {
  if (basename(path) === KEEPER) return undefined;
  const full = join(dir, path);
  const stat = lstatSync(full);
  if (stat.isSymbolicLink()) return { path, kind: 'link', target: readlinkSync(full) };
  if (stat.isFile())
    return { path, kind: 'file', bytes: withoutMarks(full), executable: (stat.mode & 0o100) !== 0 };
  return readdirSync(full).every((name) => name === KEEPER) ? { path, kind: 'folder' } : undefined;
}

/** What a file says without the marks of its regions, which are the page's. */
export function withoutMarks(file: string): Buffer {
  const bytes = readFileSync(file);
  const text = textOf(bytes);
  if (text === undefined) return bytes;
  const { code } = parseRegions(text, relative(process.cwd(), file));
  return code === text ? bytes : Buffer.from(code);
}
