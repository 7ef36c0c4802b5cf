import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PREFIX } from '../config/paths.ts';

// In the machine's own temporary folder: two clones of the repository share one engine.
const FILE = join(tmpdir(), `${PREFIX}-imagenes.candado`);
const POLL_MS = 500;
const REMIND_MS = 60_000;

/**
 * Runs something that no other process of this machine may do at the same time: building and loading images.
 * @param onProgress told at once when another process has the lock, and every minute after that
 * @throws Error when the lock cannot be written: a full or read-only temporary folder
 */
export async function withLock<T>(
  work: () => Promise<T>,
  onProgress: (line: string) => void,
  file = FILE,
): Promise<T> {
  let told = Number.NEGATIVE_INFINITY;
  for (let owner = await take(file); owner !== undefined; owner = await take(file)) {
    if (performance.now() - told > REMIND_MS) {
      onProgress(`Otro proceso (${owner}) está preparando las imágenes: esperando a que acabe…`);
      told = performance.now();
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

/** Takes the lock; answers the process that has it, if one does. */
async function take(file: string): Promise<number | undefined> {
  await mkdir(dirname(file), { recursive: true });
  // A hard link to a file that already holds the id: nobody ever sees a lock without its owner.
  const draft = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  await writeFile(draft, String(process.pid));
  try {
    await link(draft, file);
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const owner = Number(await readFile(file, 'utf8').catch(() => ''));
  if (isAlive(owner)) return owner;
  // Moved before it is removed: of two that find the same dead owner, only one may take away its lock.
  const grave = `${draft}.muerto`;
  await rename(file, grave).catch(() => {});
  await rm(grave, { force: true });
  return take(file);
}

function isAlive(pid: number): boolean {
  // Nothing of ours writes that: a lock that nobody signed is nobody's.
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and is another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
