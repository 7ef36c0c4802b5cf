/** Plays every exercise in a fresh engine: its start, each wrong state, the solution and the clean-up. */
import { join, relative } from 'node:path';
import { expect, type TestContext, test } from 'vitest';
import type { Bench } from '../src/bench/bench.ts';
import { ROOT } from '../src/config/paths.ts';
import { EXERCISES, listExercises, readExercise, readShared } from '../src/exercises/catalog.ts';
import type { Exercise } from '../src/exercises/exercise.ts';
import { filesBelow } from '../src/machine/files-below.ts';
import { imagesNamedIn } from '../src/proof/sources.ts';
import type { TranscriptEntry } from '../src/results/results.ts';
import { FAULTS, faulty, SOUND } from './support/exercise-faults.ts';
import { problemsOf } from './support/exercise-run.ts';
import { inOrder } from './support/order.ts';
import { prove } from './support/prove.ts';

const shared = readShared(ROOT);
const all = inOrder(
  listExercises(ROOT).map((id) => ({ id })),
  ({ id }) => ({ id, requires: [] }),
);

test.for(all)('$id', ({ id }, context) => {
  const exercise = readExercise(ROOT, id);
  return proveThat(id, [exercise], context, async (bench, transcript) => {
    const problems = await problemsOf(bench, exercise, shared, transcript);
    expect(problems.join('\n')).toBe('');
  });
});

test('an exercise that lets the wrong pass, cannot be solved or leaves something is refused', (context) =>
  proveThat('con faltas', [SOUND], context, async (bench) => {
    expect(await problemsOf(bench, SOUND, shared)).toEqual([]);
    for (const [change, said] of FAULTS) {
      const problems = await problemsOf(bench, faulty(change), shared);
      expect(problems.join('\n'), said).toContain(said);
    }
  }));

function proveThat(
  what: string,
  exercises: Exercise[],
  context: TestContext,
  experiment: (bench: Bench, transcript: TranscriptEntry[]) => Promise<void>,
): Promise<void> {
  const folder = `${EXERCISES}/${what}/`;
  const sources = [folder, `${EXERCISES}/comun/`, 'src/exercises/', 'tests/exercises.test.ts'];
  const files = sources.flatMap((entry) => filesBelow(join(ROOT, entry))).map((file) => relative(ROOT, file));
  const texts = [JSON.stringify(exercises), ...Object.values(shared)];
  const proof = { files, folder, images: imagesNamedIn(texts), requires: [] };
  return prove(context, `ejercicio ${what}`, proof, async (bench) => {
    const transcript: TranscriptEntry[] = [];
    await experiment(bench, transcript);
    return {};
  });
}
