/** Counting what passed and what failed: pure. */

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed, each in a line: told again at the end, where it is found. */
  failures: readonly string[];
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };
export const PASSED: Tally = { ...NOTHING, passed: 1 };

/** One check that failed. */
export function failure(name: string): Tally {
  return { ...NOTHING, failed: 1, failures: [name] };
}

/** What one run of Vitest leaves written for us. */
export interface VitestReport extends Tally {
  failures: string[];
  /** Files that could not be read or set up, and errors outside any test. */
  broken: number;
  /** How each suite ended. */
  suites: Record<string, { passed: number; failed: number; ms: number }>;
}

export function add(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    failures: [...one.failures, ...other.failures],
  };
}

/**
 * Counts a run of Vitest so that no failure is lost: a file that doesn't load, an error outside the tests or a
 * run that ended badly without a report are failures too.
 */
export function countRun(exitCode: number, report: VitestReport | undefined): Tally {
  if (!report) return failure('una de las suites acabó sin dejar su resultado');
  const { passed, skipped, failures } = report;
  const failed = report.failed + report.broken;
  if (exitCode === 0 || failed > 0) return { passed, failed, skipped, failures };
  return { passed, failed: 1, skipped, failures: [`las suites acabaron con el código ${exitCode}`] };
}

/** What failed, to be read above the last line; nothing where nothing did. */
export function listFailures({ failures }: Tally): string {
  return failures.length === 0 ? '' : `Ha fallado:\n${failures.map((name) => `  ✘ ${name}\n`).join('')}`;
}

/** The last line of `npm test`, which other programs read. */
export function closingLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}
