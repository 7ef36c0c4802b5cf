import { defineConfig } from 'vitest/config';
import { MACHINES_AT_A_TIME } from './tests/support/lanes.ts';
import { ReaderReporter } from './tests/support/reader-reporter.ts';
import { ResultsReporter } from './tests/support/results-reporter.ts';
import { TimesReporter } from './tests/support/times-reporter.ts';

const HOUR_MS = 3600_000;

const onEngine = (
  name: string,
  include: string[],
  groupOrder: number,
  maxConcurrency = MACHINES_AT_A_TIME,
) => ({
  test: {
    name,
    include,
    globalSetup: ['tests/support/environment.ts'],
    fileParallelism: false,
    maxConcurrency,
    sequence: { concurrent: true, groupOrder },
    // Every command has its own limit; this one is for who builds the virtual machine and waits for a turn.
    testTimeout: HOUR_MS,
    hookTimeout: 900_000,
  },
});

const onThisMachine = (name: string, include: string[], groupOrder: number, testTimeout: number) => ({
  test: { name, include, sequence: { groupOrder }, testTimeout, hookTimeout: 120_000 },
});

const unit = onThisMachine('unit', ['tests/unit/**/*.test.ts'], 0, 15_000);
// Pure pieces: they share their modules, which takes half of their time away.
Object.assign(unit.test, { isolate: false });

export default defineConfig({
  test: {
    // A claim that needs a second try is not true.
    retry: 0,
    allowOnly: false,
    passWithNoTests: false,
    reporters: ['default', new ResultsReporter(), new ReaderReporter(), new TimesReporter()],
    projects: [
      unit,
      onEngine('imagenes', ['tests/images/**/*.test.ts'], 1),
      // They wait for a machine by themselves (tests/support/lanes.ts), so that who waits holds none.
      onEngine('ejemplos', ['tests/examples.test.ts'], 2, Number.MAX_SAFE_INTEGER),
      onEngine('afirmaciones', ['tests/claims.test.ts'], 3, Number.MAX_SAFE_INTEGER),
      onEngine('ejercicios', ['tests/exercises.test.ts'], 4, Number.MAX_SAFE_INTEGER),
      onEngine('banco', ['tests/bench/**/*.test.ts'], 5),
      onThisMachine('sitio', ['tests/site/**/*.test.ts'], 6, 60_000),
      // The site as it was built, followed in engines.
      onEngine('lector', ['tests/reader/**/*.test.ts'], 7, Number.MAX_SAFE_INTEGER),
      onThisMachine('navegador', ['tests/e2e/**/*.test.ts'], 8, 180_000),
    ],
  },
});
