import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { ResultsReporter } from './tests/support/results-reporter.ts';

// A nested engine keeps about one core busy; measured best on 2 cores: 2 at a time.
const sandboxesAtATime = Math.min(6, Math.max(2, Math.floor(availableParallelism() / 2)));

const onEngine = (name: string, include: string[], groupOrder: number) => ({
  test: {
    name,
    include,
    globalSetup: ['tests/support/environment.ts'],
    fileParallelism: false,
    maxConcurrency: sandboxesAtATime,
    sequence: { concurrent: true, groupOrder },
    // Every command has its own limit; this one is for who builds the virtual machine and waits for a turn with it.
    testTimeout: 900_000,
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
    reporters: ['default', new ResultsReporter()],
    projects: [
      unit,
      onEngine('imagenes', ['tests/images/**/*.test.ts'], 1),
      onEngine('ejemplos', ['tests/examples.test.ts'], 2),
      onEngine('afirmaciones', ['tests/claims/**/*.test.ts'], 3),
      onEngine('banco', ['tests/bench/**/*.test.ts'], 4),
      onThisMachine('sitio', ['tests/site/**/*.test.ts'], 5, 60_000),
      onThisMachine('navegador', ['tests/e2e/**/*.test.ts'], 6, 180_000),
    ],
  },
});
