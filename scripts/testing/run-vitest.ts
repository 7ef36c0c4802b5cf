/**
 * Child process of `npm test`: runs Vitest with the project's own configuration and writes the counts.
 * Its command line would do, were it not that choosing a reporter there silences those of the configuration, and
 * that a Ctrl-C kills it without running the tests' clean-up.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { createVitest, type Vitest } from 'vitest/node';
import type { VitestReport } from './tally.ts';

const PATIENCE_MS = 10_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    project: { type: 'string', multiple: true },
    name: { type: 'string' },
    report: { type: 'string' },
  },
});

const vitest = await createVitest({
  run: true,
  watch: false,
  project: values.project ?? [],
  ...(values.name ? { testNamePattern: values.name } : {}),
  // A filter may leave a project without tests; who runs us checks that something was found at all.
  ...(values.name || positionals.length > 0 ? { passWithNoTests: true } : {}),
});
cancelOnSignals(vitest);
try {
  await vitest.start(positionals);
  const report = summarize(vitest);
  if (values.report) writeFileSync(values.report, JSON.stringify(report));
  if (report.failed + report.broken > 0) process.exitCode = 1;
} finally {
  await vitest.close();
}
process.exit();

function summarize({ state }: Vitest): VitestReport {
  const report: VitestReport = {
    passed: 0,
    failed: 0,
    skipped: 0,
    broken: 0,
    failures: [],
    suites: {},
  };
  const breaks = (errors: readonly unknown[], where: string) => {
    report.broken += errors.length;
    for (const error of errors) report.failures.push(failureLine(where, [error]));
  };
  breaks(state.getUnhandledErrors(), 'fuera de las pruebas');
  for (const module of state.getTestModules()) {
    breaks(module.errors(), module.relativeModuleId);
    for (const suite of module.children.allSuites()) breaks(suite.errors(), suite.fullName);
    report.suites[module.project.name] ??= { passed: 0, failed: 0, ms: 0 };
    const suite = report.suites[module.project.name] as VitestReport['suites'][string];
    suite.ms += Math.round(module.diagnostic().duration);
    suite.failed += module.errors().length;
    for (const test of module.children.allTests()) {
      const result = test.result();
      report[countAs(result.state)] += 1;
      if (result.state === 'passed') suite.passed += 1;
      if (result.state === 'failed') suite.failed += 1;
      if (result.state === 'failed') {
        report.failures.push(failureLine(`${module.relativeModuleId} › ${test.fullName}`, result.errors));
      }
    }
  }
  return report;
}

/** Where it failed and the first line of why. */
function failureLine(where: string, errors: readonly unknown[]): string {
  const message = (errors[0] as { message?: string } | undefined)?.message ?? String(errors[0] ?? '');
  return `${where}: ${stripVTControlCharacters(message).split('\n')[0]}`;
}

function countAs(state: string): 'passed' | 'failed' | 'skipped' {
  if (state === 'passed') return 'passed';
  return state === 'failed' ? 'failed' : 'skipped';
}

function cancelOnSignals(running: Vitest): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Vitest's own listener ends the process at once.
    process.removeAllListeners(signal);
    process.on(signal, () => {
      process.exitCode = 130;
      // What a test still holds in the engine dies with us: it is lent, not given.
      setTimeout(() => process.exit(130), PATIENCE_MS).unref();
      void running.cancelCurrentRun('keyboard-input');
    });
  }
}
