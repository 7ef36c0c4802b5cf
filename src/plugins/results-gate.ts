import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { readVariable } from '../config/env.ts';
import { type Example, listExampleIds, readExample } from '../examples/catalog.ts';
import { exampleFingerprint, experimentFingerprint } from '../examples/proof-fingerprint.ts';
import { untrustedRecordings } from '../guide/checks/recordings.ts';
import { readClaimTests } from '../guide/claim-tests.ts';
import { formatProblem } from '../guide/problem.ts';
import { currentOutcome, type Results } from '../results/results.ts';
import { readRuns } from '../results/runs.ts';

/**
 * Refuses to build a site with outputs that were not recorded, or whose last test run failed; the latter is built all
 * the same with DAP_PERMITIR_FALLOS=1.
 */
export function resultsGate(root: string = process.cwd()): AstroIntegration {
  return {
    name: 'results-gate',
    hooks: {
      'astro:build:start': ({ logger }) => {
        const folder = join(root, 'examples');
        const examples = listExampleIds(folder).map((id) => readExample(folder, id));
        refuseUntrusted(examples);
        const { main } = readRuns(root);
        if (!main) logger.info('sin resultados de pruebas: el sitio lo dirá (los escribe «npm test»)');
        const failed = main ? failedIds(main, examples, root) : [];
        if (failed.length === 0 || readVariable('DAP_PERMITIR_FALLOS') === '1') return;
        throw new Error(
          `La última comprobación falló en: ${failed.join(', ')}\n` +
            '  Cómo arreglarlo: arréglalo y repite «npm test», o construye con DAP_PERMITIR_FALLOS=1 si no vas a publicar',
        );
      },
    },
  };
}

/** Whatever was proved, a site never shows what no engine answered. */
function refuseUntrusted(examples: Example[]): void {
  const read = examples.map((example) => ({ id: example.id, data: example }));
  const problems = untrustedRecordings({ examples: read }).map(formatProblem);
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/** What failed and is still as it was when it did: what was changed or removed since is for the next run to say. */
function failedIds(results: Results, examples: Example[], root: string): string[] {
  // Nothing is read again unless something failed.
  const hasFailed = (kind: 'examples' | 'claims', id: string) => results[kind][id]?.status === 'failed';
  const failed = (kind: 'examples' | 'claims', id: string, fingerprint: string) =>
    currentOutcome(results, kind, id, fingerprint)?.status === 'failed';
  const claims = Object.keys(results.claims).some((id) => hasFailed('claims', id))
    ? readClaimTests(root)
    : [];
  return [
    ...examples.filter(
      (example) =>
        hasFailed('examples', example.id) && failed('examples', example.id, exampleFingerprint(example)),
    ),
    ...claims.filter(({ id, experiment }) => failed('claims', id, experimentFingerprint(experiment))),
  ].map(({ id }) => id);
}
