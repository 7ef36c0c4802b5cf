/** Notes what became of each page in reader mode, for `npm run medir:lector`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reporter, TestCase } from 'vitest/node';
import type { Outcome } from '../../src/reader/read.ts';
import { READINGS_FILE, type Readings } from '../../src/reader/table.ts';

export class ReaderReporter implements Reporter {
  /** At once: who interrupts a run keeps what it told. */
  onTestCaseResult(testCase: TestCase): void {
    const { reading } = testCase.meta() as { reading?: Outcome };
    if (!reading) return;
    const readings = { ...readKnown(), [reading.name]: { ...reading, date: new Date().toISOString() } };
    mkdirSync(dirname(READINGS_FILE), { recursive: true });
    writeFileSync(READINGS_FILE, `${JSON.stringify(readings, null, 1)}\n`);
  }
}

function readKnown(): Readings {
  try {
    return JSON.parse(readFileSync(READINGS_FILE, 'utf8'));
  } catch {
    // Nothing was followed here yet.
    return {};
  }
}
