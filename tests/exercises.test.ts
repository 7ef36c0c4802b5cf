/** Plays every exercise in a fresh engine: its start, each wrong state, the solution and the clean-up. */
import { relative } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../src/config/paths.ts';
import { EXERCISES, listExercises, readExercise, readShared } from '../src/exercises/catalog.ts';
import { filesBelow } from '../src/machine/files-below.ts';
import { imagesNamedIn } from '../src/proof/sources.ts';
import type { TranscriptEntry } from '../src/results/results.ts';
import { problemsOf } from './support/exercise-run.ts';
import { inOrder } from './support/order.ts';
import { prove } from './support/prove.ts';

const shared = readShared(ROOT);
const all = inOrder(
  listExercises(ROOT).map((id) => ({ id })),
  ({ id }) => ({ id, requires: [] }),
);

test.for(all)('$id', async ({ id }, context) => {
  const exercise = readExercise(ROOT, id);
  const folder = `${EXERCISES}/${id}/`;
  const sources = [folder, `${EXERCISES}/comun/`, 'src/exercises/', 'tests/exercises.test.ts'];
  const files = sources.flatMap((entry) => filesBelow(entry)).map((file) => relative('.', file));
  const texts = [JSON.stringify(exercise), ...Object.values(shared)];
  const proof = { files, folder, images: imagesNamedIn(texts), requires: [] };
  await prove(context, `ejercicio ${id}`, proof, async (bench) => {
    const transcript: TranscriptEntry[] = [];
    const problems = await problemsOf(bench, exercise, shared, transcript);
    expect(problems.join('\n')).toBe('');
    return {};
  });
});
