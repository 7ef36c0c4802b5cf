import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CACHE_DIR } from '../config/paths.ts';

/** Something remembered between runs, and when it was learnt (milliseconds since the epoch). */
export interface Memory<T> {
  at: number;
  value: T;
}

/** Reads what a previous run remembered under that name. */
export async function recall<T>(name: string): Promise<Memory<T> | undefined> {
  try {
    return JSON.parse(await readFile(join(CACHE_DIR, `${name}.json`), 'utf8')) as Memory<T>;
  } catch {
    return undefined; // never written, or half written by a killed process: learn it again
  }
}

/** Remembers a value for later runs. */
export async function remember<T>(name: string, value: T): Promise<void> {
  await mkdir(CACHE_DIR, { recursive: true });
  const file = join(CACHE_DIR, `${name}.json`);
  const partial = `${file}.${process.pid}`;
  await writeFile(partial, JSON.stringify({ at: Date.now(), value } satisfies Memory<T>));
  await rename(partial, file);
}
