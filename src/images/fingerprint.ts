import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { relative } from 'node:path';
import { filesBelow } from '../machine/files-below.ts';

/** Hash of everything inside some folders: names, contents and execute bits. */
export async function hashFolders(
  folders: readonly string[],
  extra: readonly string[] = [],
): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const file of filesBelow(folder)) {
      const [content, info] = await Promise.all([readFile(file), stat(file)]);
      hash.update(`${relative(folder, file)}\0${info.mode & 0o111 ? 'x' : '-'}\0${content.length}\0`);
      hash.update(content);
    }
  }
  for (const text of extra) hash.update(`\0${text}`);
  return hash.digest('hex').slice(0, 12);
}
