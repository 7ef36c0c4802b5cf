/** Notes what became of each page in reader mode, for `npm run medir:lector`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reporter, TestCase } from 'vitest/node';
import type { Outcome } from '../../src/reader/read.ts';
import { READINGS_FILE, type Readings } from '../../src/reader/table.ts';

export class ReaderReporter implements Reporter {
  readonly #outcomes: Outcome[] = [];

  onTestCaseResult(testCase: TestCase): void {
    const { reading } = testCase.meta() as { reading?: Outcome };
    if (reading) this.#outcomes.push(reading);
  }

  onTestRunEnd(): void {
    if (this.#outcomes.length === 0) return;
    const date = new Date().toISOString();
    const known: Readings = { ...readKnown() };
    for (const outcome of this.#outcomes) known[outcome.name] = { ...outcome, date };
    mkdirSync(dirname(READINGS_FILE), { recursive: true });
    writeFileSync(READINGS_FILE, `${JSON.stringify(known, null, 1)}\n`);
  }
}

function readKnown(): Readings {
  try {
    return JSON.parse(readFileSync(READINGS_FILE, 'utf8'));
  } catch {
    return {};
  }
}
