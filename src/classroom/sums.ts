import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, stat } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { filesBelow } from '../machine/files-below.ts';
import { sumLine } from './contents.ts';

/** Bytes of all the files of a folder. */
export async function folderSize(folder: string): Promise<number> {
  const sizes = await Promise.all(filesBelow(folder).map(async (file) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** The list of sums of all the files of a folder, for `sha256sum -c` run inside it. */
export async function sumsOf(folder: string): Promise<string> {
  const lines: string[] = [];
  for (const file of filesBelow(folder)) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash);
    lines.push(sumLine(hash.digest('hex'), relative(folder, file).replaceAll(sep, '/')));
  }
  return `${lines.join('\n')}\n`;
}

/** Lets the users of the containers that serve the files read them, whatever this machine's umask is. */
export async function makeReadable(folder: string): Promise<void> {
  const files = filesBelow(folder);
  const folders = new Set(files.flatMap((file) => parents(file, folder)));
  // Disks without permissions, as those of USB sticks, need none.
  for (const path of folders) await chmod(path, 0o755).catch(() => {});
  for (const path of files) await chmod(path, 0o644).catch(() => {});
}

function parents(file: string, root: string): string[] {
  const folder = dirname(file);
  return folder === root ? [root] : [folder, ...parents(folder, root)];
}
