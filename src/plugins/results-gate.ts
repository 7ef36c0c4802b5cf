import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { readRuns } from '../components/run-results.ts';
import { readClaimTests } from '../content-checks/claim-tests.ts';
import { listExampleIds, readExample } from '../examples/catalog.ts';
import { exampleFingerprint, experimentFingerprint } from '../examples/proof-fingerprint.ts';
import { currentOutcome, type Results } from '../examples/results.ts';

/** Refuses to build a site to publish when the last test run failed; DAP_PERMITIR_FALLOS=1 builds it all the same. */
export function resultsGate(root: string = process.cwd()): AstroIntegration {
  return {
    name: 'results-gate',
    hooks: {
      'astro:build:start': ({ logger }) => {
        const { main } = readRuns(root);
        if (!main) logger.info('sin resultados de pruebas: el sitio lo dirá (los escribe «npm test»)');
        const failed = main ? failedIds(main, root) : [];
        if (failed.length === 0 || process.env.DAP_PERMITIR_FALLOS === '1') return;
        throw new Error(
          `La última comprobación falló en: ${failed.join(', ')}\n` +
            '  Remedio: arréglalo y repite «npm test», o construye con DAP_PERMITIR_FALLOS=1 si no vas a publicar',
        );
      },
    },
  };
}

/** What failed and is still as it was when it did: what was changed or removed since is for the next run to say. */
function failedIds(results: Results, root: string): string[] {
  const examples = join(root, 'examples');
  const failed = (kind: 'examples' | 'claims', id: string, fingerprint: string) =>
    currentOutcome(results, kind, id, fingerprint)?.status === 'failed';
  return [
    ...listExampleIds(examples).filter((id) =>
      failed('examples', id, exampleFingerprint(readExample(examples, id))),
    ),
    ...readClaimTests(root)
      .filter(({ id, experiment }) => failed('claims', id, experimentFingerprint(experiment)))
      .map(({ id }) => id),
  ];
}
