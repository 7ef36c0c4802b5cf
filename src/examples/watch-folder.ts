/** Hears of changes below a folder while one writes. */
import { sep } from 'node:path';

/** The part of Vite's watcher that is used. */
export interface Watcher {
  add(path: string): unknown;
  on(event: 'all', listener: (event: string, path: string) => void): unknown;
  off(event: 'all', listener: (event: string, path: string) => void): unknown;
}

/**
 * Makes a function that watches a folder, in place of what it watched before: a collection is loaded many times while
 * the server runs, and each change must be read once.
 */
export function folderWatch() {
  let stop = () => {};
  return (watcher: Watcher | undefined, folder: string, changed: (path: string) => void): void => {
    stop();
    const below = folder.endsWith(sep) ? folder : folder + sep;
    const listener = (_event: string, path: string) => {
      if (path.startsWith(below)) changed(path);
    };
    watcher?.add(folder);
    watcher?.on('all', listener);
    stop = () => watcher?.off('all', listener);
  };
}
