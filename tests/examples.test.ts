/** Replays every recorded session in a fresh engine; any drift fails with a diff and the command that mends it. */
import { join } from 'node:path';
import { expect, inject, type TestContext, test } from 'vitest';
import { MAIN_ENGINE } from '../src/config/paths.ts';
import { inTurns, listExampleIds, onEngine, readExample } from '../src/examples/catalog.ts';
import { explainDifferences } from '../src/examples/explain.ts';
import { chosenEngine } from '../src/images/engines.ts';
import { runExample } from '../src/run/run-example.ts';
import { decide } from './support/changed-only.ts';
import { engineFacts } from './support/facts.ts';
import { openOrSkip } from './support/open-or-skip.ts';

const ROOT = join(import.meta.dirname, '../examples');

const [together, alone] = inTurns(ROOT, listExampleIds(ROOT));
test.for(together)('%s', prove);
// Vitest runs what is not concurrent by itself, once what stands before it has ended.
test.for(alone)('%s', { concurrent: false }, prove);

async function prove(id: string, { task, skip }: TestContext): Promise<void> {
  const example = onEngine(readExample(ROOT, id), chosenEngine());
  Object.assign(task.meta, { example: { id, steps: example.session.steps.length } });
  expect(
    example.provenance,
    `«${id}» no está grabado\n  Cómo arreglarlo: npm run grabar ${id}`,
  ).toBeDefined();
  const decision = await decide(`ejemplo ${id}`, {
    sources: [`examples/${id}`],
    images: Object.keys(example.provenance?.images ?? {}),
  });
  if (decision.skip) skip(decision.skip);
  await using sandbox = await openOrSkip(inject('environment'), example.session.directives.requires, skip);
  Object.assign(task.meta, { facts: await engineFacts(sandbox) });
  await sandbox.enterFolder(example.dir, id.split('/').at(-1) as string);
  const { differences } = await runExample(sandbox, example);
  // Another engine than the one that records may well differ: there is nothing to accept.
  const accepts = chosenEngine() === MAIN_ENGINE ? id : undefined;
  if (differences.length > 0) expect.fail(explainDifferences(differences, example.session.file, accepts));
  decision.proved();
}
