import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROVENANCE_FILE, SESSION_FILE } from '../examples/catalog.ts';
import { parseRegions } from '../examples/files.ts';

/** Lends a copy of an example's folder as a reader has it: without its session and without marks of regions. */
export async function withReaderFolder(dir: string, use: (copy: string) => Promise<void>): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'docker-a-prueba-'));
  try {
    cpSync(dir, copy, {
      recursive: true,
      filter: (path) => ![SESSION_FILE, PROVENANCE_FILE].some((own) => path === join(dir, own)),
    });
    stripRegions(copy);
    await use(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function stripRegions(root: string): void {
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, 'utf8');
    if (text.includes('endregion')) writeFileSync(path, parseRegions(text, path).code);
  }
}
