/** Gathers what examples and claims proved into the file that the site reads. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Reporter, TestCase } from 'vitest/node';
import { ROOT } from '../../src/config/paths.ts';
import { readExample } from '../../src/examples/catalog.ts';
import { exampleFingerprint, experimentFingerprint } from '../../src/examples/proof-fingerprint.ts';
import { readClaimsOf } from '../../src/guide/claim-tests.ts';
import { chosenEngine } from '../../src/images/engines.ts';
import { type Results, resultsFile, resultsSchema, type TranscriptEntry } from '../../src/results/results.ts';
import { collectResults, type Facts, type Proof } from './collect-results.ts';
import { tellReused } from './reused.ts';

interface ProofMeta {
  claim?: { id: string; proves: string[]; file: string };
  example?: { id: string; steps: number };
  facts?: Facts;
  transcript?: TranscriptEntry[];
  /** What it took, without waiting for its turn. */
  ms?: number;
  reused?: string;
}

const EXAMPLES = join(ROOT, 'examples');

export class ResultsReporter implements Reporter {
  readonly #proofs: TestCase[] = [];

  onTestCaseResult(testCase: TestCase): void {
    const meta = testCase.meta() as ProofMeta;
    if (meta.claim || meta.example) this.#proofs.push(testCase);
  }

  onTestRunEnd(): void {
    const proofs = this.#proofs.map(readProof);
    const told = tellReused(proofs);
    if (told) console.log(told);
    const file = resultsFile(chosenEngine());
    const results = collectResults(proofs, readPrevious(file), new Date().toISOString());
    if (!results) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  }
}

function readProof(testCase: TestCase): Proof {
  const { example, claim, ms, ...told } = testCase.meta() as ProofMeta;
  const { state, errors } = testCase.result();
  const proof: Proof = {
    ...told,
    of: example ? exampleOf(example.id) : claimOf(claim),
    state: state === 'pending' ? 'skipped' : state,
    ms: ms ?? Math.round(testCase.diagnostic()?.duration ?? 0),
  };
  const message = errors?.[0]?.message;
  if (message) proof.message = message;
  if (example) proof.example = example;
  if (claim) proof.claim = claim;
  return proof;
}

function exampleOf(id: string): string {
  return exampleFingerprint(readExample(EXAMPLES, id));
}

const experiments = new Map<string, Map<string, string>>();

function claimOf(claim: ProofMeta['claim']): string {
  const { id = '', file = '' } = claim ?? {};
  const known =
    experiments.get(file) ?? new Map(readClaimsOf(ROOT, file).map((test) => [test.id, test.experiment]));
  experiments.set(file, known);
  return experimentFingerprint(known.get(id) ?? '');
}

function readPrevious(file: string): Results | undefined {
  try {
    return resultsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Absent, or written by an older version: start anew.
    return undefined;
  }
}
