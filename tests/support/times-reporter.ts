/** Notes how long each suite of a run took, for `npm run medir`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { CACHE } from '../../src/config/paths.ts';

/** Seconds of each suite the last time that it ran on this machine. */
export const TIMES_FILE = join(CACHE, 'tiempos.json');

export interface SuiteTime {
  seconds: number;
  tests: number;
  /** How many of them were taken from an earlier run. */
  reused: number;
  /** ISO date and time. */
  date: string;
}

export class TimesReporter implements Reporter {
  readonly #spans = new Map<string, { from: number; to: number; tests: number; reused: number }>();

  onTestModuleQueued({ project }: TestModule): void {
    const now = performance.now();
    if (!this.#spans.has(project.name))
      this.#spans.set(project.name, { from: now, to: now, tests: 0, reused: 0 });
  }

  onTestModuleEnd(module: TestModule): void {
    const span = this.#spans.get(module.project.name);
    if (!span) return;
    span.to = performance.now();
    for (const test of module.children.allTests()) {
      span.tests += 1;
      if ('reused' in test.meta()) span.reused += 1;
    }
  }

  onTestRunEnd(): void {
    const times = readTimes();
    const date = new Date().toISOString();
    for (const [suite, { from, to, tests, reused }] of this.#spans)
      times[suite] = { seconds: Math.round((to - from) / 100) / 10, tests, reused, date };
    mkdirSync(dirname(TIMES_FILE), { recursive: true });
    writeFileSync(TIMES_FILE, `${JSON.stringify(times, null, 2)}\n`);
  }
}

/** Times by suite; none before the first run. */
export function readTimes(): Record<string, SuiteTime> {
  try {
    return JSON.parse(readFileSync(TIMES_FILE, 'utf8'));
  } catch {
    return {};
  }
}
