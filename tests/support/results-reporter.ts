/** Gathers what examples and claims proved into the file that the site reads. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reporter, TestCase } from 'vitest/node';
import { RESULTS_FILE, type Results, resultsSchema } from '../../src/examples/results.ts';

interface ProofMeta {
  claim?: { id: string; proves: string[] };
  example?: { id: string; steps: number };
  facts?: Omit<Results, 'date' | 'examples' | 'claims'>;
}

const MESSAGE_LINES = 12;

export class ResultsReporter implements Reporter {
  readonly #proofs: TestCase[] = [];

  onTestCaseResult(testCase: TestCase): void {
    const meta = testCase.meta() as ProofMeta;
    if (meta.claim || meta.example) this.#proofs.push(testCase);
  }

  onTestRunEnd(): void {
    const facts = mostCommon(this.#proofs.flatMap((proof) => (proof.meta() as ProofMeta).facts ?? []));
    if (!facts) return;
    const previous = readPrevious();
    // Results of another engine say nothing about this one.
    const kept = previous?.engine === facts.engine ? previous : undefined;
    const { cgroup, engine, compose, buildx, storage, kernel } = facts;
    const results: Results = {
      date: new Date().toISOString(),
      ...{ engine, compose, buildx, cgroup, storage, kernel },
      examples: { ...kept?.examples },
      claims: { ...kept?.claims },
    };
    for (const proof of this.#proofs) addProof(results, proof);
    mkdirSync(dirname(RESULTS_FILE), { recursive: true });
    writeFileSync(RESULTS_FILE, `${JSON.stringify(results, null, 2)}\n`);
  }
}

/** A few proofs run in the virtual machine; the run is described by the engine of most. */
function mostCommon<T>(values: T[]): T | undefined {
  const counts = Map.groupBy(values, (value) => JSON.stringify(value));
  return [...counts.values()].sort((a, b) => b.length - a.length)[0]?.[0];
}

function addProof(results: Results, proof: TestCase): void {
  const { claim, example } = proof.meta() as ProofMeta;
  const result = proof.result();
  const message = result.errors?.[0]?.message.split('\n').slice(0, MESSAGE_LINES).join('\n');
  const outcome = {
    status: result.state === 'passed' ? ('passed' as const) : ('failed' as const),
    ms: Math.round(proof.diagnostic()?.duration ?? 0),
    ...(message ? { message } : {}),
  };
  if (example) results.examples[example.id] = { ...outcome, steps: example.steps };
  if (claim)
    results.claims[claim.id] = { ...outcome, proves: claim.proves, file: proof.module.relativeModuleId };
}

function readPrevious(): Results | undefined {
  try {
    return resultsSchema.parse(JSON.parse(readFileSync(RESULTS_FILE, 'utf8')));
  } catch {
    // Absent, or written by an older version: start anew.
    return undefined;
  }
}
