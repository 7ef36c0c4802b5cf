/** Replays every recorded session in a fresh engine; any drift fails with a diff and the command that mends it. */
import { join } from 'node:path';
import { expect, type TestContext, test } from 'vitest';
import { MAIN_ENGINE, ROOT } from '../src/config/paths.ts';
import { type Example, inTurns, listExampleIds, onEngine, readExample } from '../src/examples/catalog.ts';
import { explainDifferences } from '../src/examples/explain.ts';
import { filesText, sessionText } from '../src/examples/typed.ts';
import { chosenEngine } from '../src/images/engines.ts';
import { exampleFiles, imagesNamedIn } from '../src/proof/sources.ts';
import { runExample } from '../src/run/run-example.ts';
import { inOrder } from './support/order.ts';
import { prove } from './support/prove.ts';

const FOLDER = join(ROOT, 'examples');
const [together, alone] = inTurns(FOLDER, listExampleIds(FOLDER)).map((ids) =>
  inOrder(ids.map(read), ({ id, example }) => ({ id, requires: example.session.directives.requires })),
);

test.for(together ?? [])('$id', replay);
// Vitest runs what is not concurrent by itself, once what stands before it has ended.
test.for(alone ?? [])('$id', { concurrent: false }, replay);

function read(id: string) {
  return { id, example: onEngine(readExample(FOLDER, id), chosenEngine()) };
}

async function replay({ id, example }: ReturnType<typeof read>, context: TestContext): Promise<void> {
  Object.assign(context.task.meta, { example: { id, steps: example.session.steps.length } });
  expect(
    example.provenance,
    `«${id}» no está grabado\n  Cómo arreglarlo: npm run grabar ${id}`,
  ).toBeDefined();
  const proof = {
    files: exampleFiles(ROOT, id),
    folder: `examples/${id}/`,
    images: imagesOf(example),
    requires: example.session.directives.requires,
  };
  await prove(context, `ejemplo ${id}`, proof, async (bench) => {
    await bench.enterFolder(example.dir, id.split('/').at(-1) as string);
    const { differences } = await runExample(bench, example);
    // Another engine than the one that records may well differ: there is nothing to accept.
    const accepts = chosenEngine() === MAIN_ENGINE ? id : undefined;
    if (differences.length > 0) expect.fail(explainDifferences(differences, example.session.file, accepts));
    return {};
  });
}

/** Those that came from outside when it was recorded, and those that it names. */
function imagesOf(example: Example): string[] {
  const recorded = Object.keys(example.provenance?.images ?? {});
  return imagesNamedIn([...recorded, sessionText(example.session), filesText(example)]);
}
