/** Gathers what examples and claims proved into the file that the site reads. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Reporter, TestCase } from 'vitest/node';
import { readExample } from '../../src/examples/catalog.ts';
import { exampleFingerprint, experimentFingerprint } from '../../src/examples/proof-fingerprint.ts';
import { extractClaims } from '../../src/guide/claim-tests.ts';
import { chosenEngine } from '../../src/images/engines.ts';
import { type Results, resultsFile, resultsSchema } from '../../src/results/results.ts';
import { collectResults, type Facts, type Proof } from './collect-results.ts';

interface ProofMeta {
  claim?: { id: string; proves: string[] };
  example?: { id: string; steps: number };
  facts?: Facts;
}

const EXAMPLES = join(import.meta.dirname, '../../examples');

export class ResultsReporter implements Reporter {
  readonly #proofs: TestCase[] = [];

  onTestCaseResult(testCase: TestCase): void {
    const meta = testCase.meta() as ProofMeta;
    if (meta.claim || meta.example) this.#proofs.push(testCase);
  }

  onTestRunEnd(): void {
    const file = resultsFile(chosenEngine());
    const results = collectResults(this.#proofs.map(readProof), readPrevious(file), new Date().toISOString());
    if (!results) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  }
}

function readProof(testCase: TestCase): Proof {
  const { example, claim, facts } = testCase.meta() as ProofMeta;
  const { state, errors } = testCase.result();
  const proof: Proof = {
    of: example ? exampleOf(example.id) : claimOf(testCase.module.moduleId, claim?.id),
    state: state === 'pending' ? 'skipped' : state,
    ms: Math.round(testCase.diagnostic()?.duration ?? 0),
  };
  const message = errors?.[0]?.message;
  if (message) proof.message = message;
  if (facts) proof.facts = facts;
  if (example) proof.example = example;
  if (claim) proof.claim = { ...claim, file: testCase.module.relativeModuleId };
  return proof;
}

function exampleOf(id: string): string {
  return exampleFingerprint(readExample(EXAMPLES, id));
}

function claimOf(file: string, id: string | undefined): string {
  const test = extractClaims(readFileSync(file, 'utf8'), file).find((claim) => claim.id === id);
  return experimentFingerprint(test?.experiment ?? '');
}

function readPrevious(file: string): Results | undefined {
  try {
    return resultsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Absent, or written by an older version: start anew.
    return undefined;
  }
}
