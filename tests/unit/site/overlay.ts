/** Fixture projects: a correct one and, laid over it, one fault at a time. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Corpus, readCorpus } from '../../../src/content-checks/corpus.ts';
import { hashComment } from '../../../src/diagrams-tooling/committed.ts';
import { sourceHash } from '../../../src/diagrams-tooling/hash.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/site');

/** Reads the correct project with the files of `fault` over it. */
export function readFixture(fault?: string): Corpus {
  const root = mkdtempSync(join(tmpdir(), 'dap-fixture-'));
  try {
    cpSync(join(FIXTURES, 'base'), root, { recursive: true });
    drawDiagram(root);
    if (fault) cpSync(join(FIXTURES, fault), root, { recursive: true });
    return readCorpus(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** The SVG of the correct project carries the hash of today's configuration, so that fixtures don't age with it. */
function drawDiagram(root: string): void {
  const path = join(root, 'src/diagrams/redes/vista.mmd');
  const hash = sourceHash(readFileSync(path, 'utf8'));
  writeFileSync(path.replace(/\.mmd$/, '.svg'), `${hashComment(hash)}\n<svg></svg>\n`);
}
