import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { isOwnFile } from '../examples/catalog.ts';
import { KEEPER, withoutMarks } from '../examples/reader-folder.ts';

const LARGEST_ARCHIVE = 2 ** 30;

/**
 * Lends a copy of an example's folder as a reader has it: without its session, without marks of regions, and with its
 * empty folders empty. Links, modes and bytes are those of the repository.
 */
export async function withReaderFolder<T>(dir: string, use: (copy: string) => Promise<T>): Promise<T> {
  const copy = mkdtempSync(join(tmpdir(), 'docker-a-prueba-'));
  try {
    cpSync(dir, copy, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => basename(path) !== KEEPER && !isOwnFile(relative(dir, path)),
    });
    chmodSync(copy, 0o755);
    stripRegions(copy);
    return await use(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** A folder's contents as a tar archive. */
export function archiveOf(folder: string): Buffer {
  return execFileSync('tar', ['-C', folder, '-cf', '-', '.'], {
    maxBuffer: LARGEST_ARCHIVE,
    // Not the attributes of macOS, which would arrive as files.
    env: { ...process.env, COPYFILE_DISABLE: '1' },
  });
}

function stripRegions(root: string): void {
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = withoutMarks(path);
    if (!bytes.equals(readFileSync(path))) writeFileSync(path, bytes);
  }
}
