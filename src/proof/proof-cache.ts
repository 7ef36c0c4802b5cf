/** Remembers what was proved with exactly the same example, images, engine and harness. Off in CI. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const CACHE_FILE = '.cache/pruebas.json';
const HARNESS_FOLDERS = ['src/examples', 'src/bench', 'tests/support'];

/** Fingerprint of everything that a proof depends on. */
export function proofKey(parts: { files: string[]; imageDigests: string[]; sandboxImage: string }): string {
  const hash = createHash('sha256').update(harnessFingerprint()).update(parts.sandboxImage);
  for (const digest of [...parts.imageDigests].sort()) hash.update(`\0${digest}`);
  for (const file of [...parts.files].sort()) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** The key with which a proof last succeeded on this machine. */
export function lastProof(id: string): string | undefined {
  return readCache()[id];
}

/** Notes that a proof succeeded under a key. */
export function rememberProof(id: string, key: string): void {
  mkdirSync(dirname(CACHE_FILE), { recursive: true });
  writeFileSync(CACHE_FILE, `${JSON.stringify({ ...readCache(), [id]: key }, null, 1)}\n`);
}

/** Files below a folder, relative to the working directory. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

let harness: string | undefined;

function harnessFingerprint(): string {
  if (!harness) {
    const hash = createHash('sha256');
    for (const file of HARNESS_FOLDERS.flatMap(filesBelow))
      hash.update(`\0${file}\0`).update(readFileSync(file));
    harness = hash.digest('hex');
  }
  return harness;
}

function readCache(): Record<string, string> {
  if (!existsSync(CACHE_FILE)) return {};
  try {
    return JSON.parse(readFileSync(CACHE_FILE, 'utf8'));
  } catch {
    // A run that was killed while writing: prove again.
    return {};
  }
}
