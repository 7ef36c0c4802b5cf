/** The committed results: read and written. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type MutationResult, mutationFile, mutationResultSchema } from '../../src/mutation/results.ts';

/** Writes the result of an example. */
export function saveResult(root: string, example: string, result: MutationResult): void {
  const file = join(root, mutationFile(example));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(mutationResultSchema.parse(result), null, 1)}\n`);
}

/** Ids of the mutants that survived the last time that an example was measured. */
export function lastSurvivors(root: string, example: string): string[] {
  const file = join(root, mutationFile(example));
  if (!existsSync(file)) return [];
  return mutationResultSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).survivors.map(({ id }) => id);
}
