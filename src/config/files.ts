import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** All files below a folder, as paths that begin with it, sorted so that the order of the file system does not matter. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
