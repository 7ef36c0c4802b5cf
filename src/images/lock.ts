import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PREFIX } from '../config/paths.ts';
import { withLock } from '../machine/lock.mjs';

// In the machine's own temporary folder: two clones of the repository share one engine.
const FILE = join(tmpdir(), `${PREFIX}-imagenes.candado`);
// Compiling an engine and building all images takes a slow machine half an hour.
const PATIENCE_MS = 90 * 60_000;

/** Runs something that no other process of this machine may do at the same time: building and loading images. */
export function withImagesLock<T>(
  work: () => Promise<T>,
  onProgress: (line: string) => void,
  { file = FILE, patienceMs = PATIENCE_MS } = {},
): Promise<T> {
  const onWait = (owner: number) =>
    onProgress(`Otro proceso (${owner}) está preparando las imágenes: esperando a que acabe…`);
  return withLock(file, { what: 'preparando las imágenes', patienceMs, onWait }, work);
}
