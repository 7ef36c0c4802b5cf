import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Hash of everything inside some folders: names, contents and execute bits. */
export async function hashFolders(
  folders: readonly string[],
  extra: readonly string[] = [],
): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const file of await listFiles(folder)) {
      const [content, info] = await Promise.all([readFile(file), stat(file)]);
      hash.update(`${relative(folder, file)}\0${info.mode & 0o111 ? 'x' : '-'}\0${content.length}\0`);
      hash.update(content);
    }
  }
  for (const text of extra) hash.update(`\0${text}`);
  return hash.digest('hex').slice(0, 12);
}

/** All files below a folder, sorted, so that the order of the file system does not matter. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
