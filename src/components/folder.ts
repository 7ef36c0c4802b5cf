/** What `<Carpeta>` says of the working folder of an example. */
import { join } from 'node:path';
import { withBase } from '../config/project.ts';
import { folderName } from '../examples/catalog.ts';
import { type FolderScript, folderScript } from '../examples/folder-script.ts';
import { type ReaderEntry, readReaderFolder } from '../examples/reader-folder.ts';
import { zipFolder } from '../examples/zip.ts';
import { countLabel } from './count.ts';

/** What the reader has before the first command of an example. */
export function readerFolderOf(id: string): ReaderEntry[] {
  return readReaderFolder(join(process.cwd(), 'examples', id));
}

export interface WorkFolder extends FolderScript {
  name: string;
  /** «3 archivos»; empty when there are none. */
  files: string;
  /** Where its archive is, if there is anything to put in it. */
  zip?: { href: string; size: string };
  /** Short enough to be shown unfolded. */
  isShort: boolean;
  /** The script writes no file: they are only in the archive. */
  isArchived: boolean;
}

const SHORT_LINES = 12;

/** @param id `<topic>/<slug>` of an example that exists */
export function workFolder(id: string): WorkFolder {
  const entries = readerFolderOf(id);
  const name = folderName(id);
  const { script, onlyArchived } = folderScript(name, entries);
  const folder: WorkFolder = {
    ...{ name, script, onlyArchived },
    files: countLabel(entries.length, 'archivo'),
    isShort: script.split('\n').length <= SHORT_LINES,
    isArchived: entries.length > 0 && onlyArchived.length === entries.length,
  };
  if (entries.length > 0)
    folder.zip = {
      href: withBase(`ejemplos/${id}.zip`),
      size: `${Math.max(1, Math.round(zipFolder(name, entries).length / 1000))} kB`,
    };
  return folder;
}
