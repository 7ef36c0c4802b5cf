import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PREFIX } from './paths.ts';

// In the machine's own temporary folder: two clones of the repository share one engine.
const FOLDER = join(tmpdir(), `${PREFIX}-imagenes.lock`);
const OWNER = join(FOLDER, 'pid');

/** Runs something that no other process of this machine may do at the same time: building and loading images. */
export async function withLock<T>(work: () => Promise<T>, onProgress: (line: string) => void): Promise<T> {
  let told = false;
  while (!(await take())) {
    if (!told) onProgress('Otro proceso está preparando las imágenes: esperando a que acabe…');
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  try {
    return await work();
  } finally {
    await rm(FOLDER, { recursive: true, force: true });
  }
}

async function take(): Promise<boolean> {
  try {
    await mkdir(FOLDER);
    await writeFile(OWNER, String(process.pid));
    return true;
  } catch {
    if (await isAbandoned()) await rm(FOLDER, { recursive: true, force: true });
    return false;
  }
}

async function isAbandoned(): Promise<boolean> {
  const pid = Number(await readFile(OWNER, 'utf8').catch(() => 'NaN'));
  // Between its two steps the owner has not signed yet: leave it the time.
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
