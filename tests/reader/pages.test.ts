/** Reader mode: each built page is followed in a fresh engine with only what it gives, and must answer what it shows. */
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { expect, type TestContext, test } from 'vitest';
import { ROOT } from '../../src/config/paths.ts';
import { filesText, sessionText } from '../../src/examples/typed.ts';
import { filesBelow } from '../../src/machine/files-below.ts';
import { exampleFiles, imagesNamedIn } from '../../src/proof/sources.ts';
import { examplesBelow, readPages } from '../../src/reader/pages.ts';
import { planReadings, type Reading } from '../../src/reader/plan.ts';
import { readPage } from '../../src/reader/read.ts';
import { DIST } from '../site/built.ts';
import { inOrder } from '../support/order.ts';
import { prove } from '../support/prove.ts';

const READER = [
  'tests/reader/pages.test.ts',
  ...filesBelow(join(ROOT, 'src/reader')).map((file) => relative(ROOT, file)),
];
const examples = examplesBelow(join(ROOT, 'examples'));
const pages = readPages(DIST);
const readings = inOrder(
  [...pages.keys()].flatMap((page) => planReadings(page, pages, examples)),
  ({ name, requires }) => ({ id: name, requires }),
);

test('there are pages to read', () => expect(pages.size).toBeGreaterThan(40));

const [alone, together] = [true, false].map((exclusive) =>
  readings.filter((reading) => reading.exclusive === exclusive),
);
test.for(together ?? [])('$name', follow);
// Vitest runs what is not concurrent by itself, once what stands before it has ended.
test.for(alone ?? [])('$name', { concurrent: false }, follow);

async function follow(reading: Reading, context: TestContext): Promise<void> {
  const used = [...new Set(reading.steps.map(({ example }) => example))].map(examples);
  const proof = {
    files: [...READER, ...used.flatMap(({ id }) => exampleFiles(ROOT, id))],
    images: imagesNamedIn(used.flatMap((example) => [sessionText(example.session), filesText(example)])),
    requires: reading.requires,
  };
  // What the page gives and shows, and not its prose: a word more does not ask for another reading.
  const shown = createHash('sha256').update(JSON.stringify(reading)).digest('hex').slice(0, 16);
  await prove(context, `lector ${reading.name} ${shown}`, proof, async (bench) => {
    const outcome = await readPage(bench, reading, examples);
    Object.assign(context.task.meta, { reading: outcome });
    if (outcome.problems.length > 0) expect.fail(outcome.problems.join('\n\n'));
    return { reading: outcome };
  });
}
