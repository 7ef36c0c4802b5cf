/** The reader's folder of a session, outside of a sandbox. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { withReaderFolder } from '../../../src/bench/example-folder.ts';

/** Lends a copy of an example's folder with the name that it has in a sandbox: Compose names its project by it. */
export async function withOwnFolder<T>(dir: string, use: (folder: string) => Promise<T>): Promise<T> {
  const parent = mkdtempSync(join(tmpdir(), 'docker-a-prueba-'));
  try {
    const folder = join(parent, basename(dir));
    await withReaderFolder(dir, async (copy) => cpSync(copy, folder, { recursive: true }));
    // Awaited here: a bare return would remove the folder at once.
    return await use(folder);
  } finally {
    try {
      rmSync(parent, { recursive: true, force: true });
    } catch {
      console.log(`Un contenedor dejó aquí archivos que no son tuyos:\n  sudo rm -r ${parent}`);
    }
  }
}

/**
 * Text of the files of a folder, by their path; one that is not text is left out.
 * @throws Error (Spanish) when there is something that is neither a file nor a folder, such as a link
 */
export function readFolder(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) continue;
    if (!entry.isFile()) throw new Error(`«${entry.name}» es un enlace, y puede llevar fuera de la carpeta`);
    const text = readFileSync(path, 'utf8');
    if (!text.includes('\0')) files[relative(folder, path)] = text;
  }
  return files;
}
