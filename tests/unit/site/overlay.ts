/** Fixture projects: a correct one and, laid over it, one fault at a time. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashComment } from '../../../src/drawing/committed.ts';
import { sourceHash } from '../../../src/drawing/hash.ts';
import { PROVENANCE_FILE, readExample } from '../../../src/examples/catalog.ts';
import { recordingHash } from '../../../src/examples/recording-hash.ts';
import { type Corpus, readCorpus } from '../../../src/guide/corpus.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/site');

/** Reads the correct project with the files of `fault` over it. */
export function readFixture(fault?: string): Corpus {
  const root = mkdtempSync(join(tmpdir(), 'dap-fixture-'));
  try {
    cpSync(join(FIXTURES, 'base'), root, { recursive: true });
    drawDiagram(root);
    record(join(root, 'examples'));
    if (fault) cpSync(join(FIXTURES, fault), root, { recursive: true });
    return readCorpus(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** The example of a project carries the fingerprint of its recording, as `npm run grabar` would write it. */
export function record(examples: string, id = 'redes/dns'): void {
  const { dir, session } = readExample(examples, id);
  const facts = { engine: '28', compose: '2', buildx: '0', cgroup: '1', storage: 'overlay2', kernel: '6' };
  const provenance = { ...facts, date: '2026-11-21', images: {}, recording: recordingHash(session) };
  writeFileSync(join(dir, PROVENANCE_FILE), JSON.stringify(provenance));
}

/** The SVG of the correct project carries the hash of today's configuration, so that fixtures don't age with it. */
function drawDiagram(root: string): void {
  const path = join(root, 'src/diagrams/redes/vista.mmd');
  const hash = sourceHash(readFileSync(path, 'utf8'));
  writeFileSync(path.replace(/\.mmd$/, '.svg'), `${hashComment(hash)}\n<svg></svg>\n`);
}
