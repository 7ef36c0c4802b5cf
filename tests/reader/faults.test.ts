/** Reader mode refuses each page that its reader could not follow, and accepts the one that lacks nothing. */
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '../../src/config/paths.ts';
import { filesBelow } from '../../src/machine/files-below.ts';
import { examplesBelow, readPages } from '../../src/reader/pages.ts';
import { planReadings } from '../../src/reader/plan.ts';
import { readPage } from '../../src/reader/read.ts';
import { buildFixtureSite } from '../support/fixture-site.ts';
import { prove } from '../support/prove.ts';

const FIXTURE = join(ROOT, 'tests/fixtures/reader');
const SOURCES = [
  'src',
  'tests/fixtures/reader',
  'tests/reader/faults.test.ts',
  'tests/support/fixture-site.ts',
]
  .flatMap((entry) => filesBelow(join(ROOT, entry)))
  .map((file) => relative(ROOT, file));

/** Page → what must be said of each thing to mend, in order. */
const PAGES: Record<string, RegExp[]> = {
  correcta: [],
  'segunda-parte': [],
  'archivo-que-falta': [/«montar»[\s\S]*código de salida: grabado 0, ahora 1/, /«montar»/],
  'paso-que-falta': [/«leer»[\s\S]*código de salida: grabado 0, ahora 1/, /«leer»/],
  'otro-orden': [/«leer»[\s\S]*código de salida: grabado 0, ahora 1/, /«leer»/],
  'paso-oculto': [/«mirar»[\s\S]*código de salida: grabado 0, ahora 1/, /«mirar»/],
  'mismo-nombre': [
    /vecina[\s\S]*«arrancar»[\s\S]*código de salida: grabado 0, ahora 125/,
    /vecina[\s\S]*«arrancar»/,
  ],
};

let site: Promise<string> | undefined;
afterAll(async () => {
  if (site) rmSync(await site, { recursive: true, force: true });
});

test.for(Object.entries(PAGES))('%s', async ([page, expected], context) => {
  const proof = { files: SOURCES, images: ['busybox:1.37'], requires: [] };
  await prove(context, `lector de muestra ${page}`, proof, async (bench) => {
    // Only when there is something to prove: what it is built from is among the sources.
    site ??= buildFixtureSite(FIXTURE, 'redes');
    const root = await site;
    const examples = examplesBelow(join(root, 'examples'));
    const [reading, ...others] = planReadings(`/redes/${page}/`, readPages(join(root, 'dist')), examples);
    expect(others).toEqual([]);
    const { problems } = await readPage(bench, reading as NonNullable<typeof reading>, examples);
    expect(problems).toHaveLength(expected.length);
    for (const [at, pattern] of expected.entries()) expect(problems[at]).toMatch(pattern);
    return {};
  });
});
