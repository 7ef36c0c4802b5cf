/** Counting what passed and what failed: pure. */

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };
export const PASSED: Tally = { passed: 1, failed: 0, skipped: 0 };
export const FAILED: Tally = { passed: 0, failed: 1, skipped: 0 };

/** What one run of Vitest leaves written for us. */
export interface VitestReport extends Tally {
  /** Files that could not be read or set up, and errors outside any test. */
  broken: number;
}

export function add(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

/**
 * Counts a run of Vitest so that no failure is lost: a file that doesn't load, an error outside the tests or a
 * run that ended badly without a report are failures too.
 */
export function countRun(exitCode: number, report: VitestReport | undefined): Tally {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const failed = report.failed + report.broken;
  return {
    passed: report.passed,
    failed: exitCode !== 0 && failed === 0 ? 1 : failed,
    skipped: report.skipped,
  };
}

/** The last line of `npm test`, which other programs read. */
export function closingLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}
