/** Results as a whole run leaves them, with everything proved: pages with results are the heavier ones. Only for measuring. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MAIN_ENGINE } from '../../src/config/paths.ts';
import { experimentFingerprint } from '../../src/examples/proof-fingerprint.ts';
import type { Corpus } from '../../src/guide/corpus.ts';
import { type Results, resultsFile } from '../../src/results/results.ts';

const DATE = '2026-01-01T00:00:00Z';
const MACHINE = { cgroup: '2', storage: 'overlayfs', kernel: '6.12.0' };
const TRANSCRIPT = Array.from({ length: 6 }, (_, index) => ({
  ...{ command: `docker inspect -f '{{.State.Status}}' contenedor-${index}`, exitCode: index % 2 },
  output: 'una línea de lo que respondió el motor, con su final\n'.repeat(3),
}));

/** Writes results of the main engine and of another one. */
export function writeAllPassed(
  root: string,
  { examples, claims }: Pick<Corpus, 'examples' | 'claims'>,
): void {
  const outcome = { status: 'passed' as const, ms: 1000, date: DATE, machine: MACHINE };
  const facts = { date: DATE, compose: '2', buildx: '0', ...MACHINE };
  const results: Omit<Results, 'engine'> = {
    ...facts,
    examples: Object.fromEntries(
      examples.map(({ id, data }) => [
        id,
        { ...outcome, of: data.fingerprint, steps: data.session.steps.length },
      ]),
    ),
    claims: Object.fromEntries(
      claims.map(({ id, file, proves, experiment }) => [
        id,
        { ...outcome, of: experimentFingerprint(experiment), file, proves, transcript: TRANSCRIPT },
      ]),
    ),
  };
  for (const [name, engine] of [
    [MAIN_ENGINE, '29.0.0'],
    ['otro', '28.0.0'],
  ] as const) {
    const file = join(root, resultsFile(name));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ engine, ...results }));
  }
}
