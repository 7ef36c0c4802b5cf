/** Proves every claim of the guide, each in a fresh engine. They are written by page, in tests/claims/. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { ROOT } from '../src/config/paths.ts';
import { claimFiles, imagesNamedIn } from '../src/proof/sources.ts';
import type { TranscriptEntry } from '../src/results/results.ts';
import { readClaims } from './support/claim.ts';
import { makeRun } from './support/claim-run.ts';
import { inOrder } from './support/order.ts';
import { prove } from './support/prove.ts';

const modules = import.meta.glob(['./claims/*/*.ts', '!./claims/*/_*.ts']);
const files = Object.entries(modules).map(([path, load]) => [path.replace('./', 'tests/'), load] as const);
const claims = await readClaims(Object.fromEntries(files));
const list = inOrder(claims, ({ id, options }) => ({ id, requires: options.requires ?? [] }));

/** `tests/claims/redes/expose.ts` → `redes/expose`: the page, by which one can ask for its claims. */
const named = list.map((claim) => ({ ...claim, page: claim.file.replace(/^tests\/claims\/|\.ts$/g, '') }));

test.for(named)('$page › $id', async ({ id, file, options, experiment }, context) => {
  const { proves = [], requires = [] } = options;
  Object.assign(context.task.meta, { claim: { id, proves, file } });
  const sources = claimFiles(ROOT, file);
  const texts = sources
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(ROOT, path), 'utf8'));
  const proof = { files: sources, images: imagesNamedIn(texts), requires };
  await prove(context, `afirmación ${id}`, proof, async (bench) => {
    const transcript: TranscriptEntry[] = [];
    Object.assign(context.task.meta, { transcript });
    await experiment({ run: makeRun(bench, transcript), sandbox: bench });
    return { transcript };
  });
});
