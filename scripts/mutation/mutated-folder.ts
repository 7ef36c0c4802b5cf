import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mutant } from '../../src/mutation/mutant.ts';

/** Lends the folder of an example with the change of a mutant in it: itself when the mutant changes no file of it. */
export async function withMutatedFolder(
  dir: string,
  { change }: Pick<Mutant, 'change'>,
  use: (dir: string) => Promise<void>,
): Promise<void> {
  if (!('file' in change)) return use(dir);
  const copy = mkdtempSync(join(tmpdir(), 'docker-a-prueba-mutante-'));
  try {
    cpSync(dir, copy, { recursive: true, verbatimSymlinks: true });
    writeFileSync(join(copy, change.file), change.text);
    await use(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
