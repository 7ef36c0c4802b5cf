import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { readVariable } from '../config/env.ts';
import { MAIN_ENGINE } from '../config/paths.ts';
import { type Example, listExampleIds, readExample } from '../examples/catalog.ts';
import { exampleFingerprint, experimentFingerprint } from '../examples/proof-fingerprint.ts';
import { untrustedRecordings } from '../guide/checks/recordings.ts';
import { readClaimTests } from '../guide/claim-tests.ts';
import { formatProblem } from '../guide/problem.ts';
import { currentOutcome, type Results, resultsFile } from '../results/results.ts';
import { readRuns } from '../results/runs.ts';

/** As many as fit in a message; who builds needs the first ones, and how many more there are. */
const MOST_NAMED = 5;

/**
 * Refuses to build a site with outputs that were not recorded; and one for publishing whose last test run failed, is
 * missing or says nothing of what there is now. The latter is built all the same with DAP_PERMITIR_FALLOS=1, or as a
 * draft: `npm start`, `npm test` and who only looks publish nothing.
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
        if (readVariable('DAP_PERMITIR_FALLOS') === '1' || readVariable('DAP_BORRADOR') === '1') {
          if (!main) logger.info('sin resultados de pruebas: el sitio lo dirá (los escribe «npm test»)');
          return;
        }
        refuseUnproved(main, examples, root);
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

/**
 * What is published was proved, all of it and as it is.
 * @throws Error that names what failed or was not proved, and says how to mend it
 */
function refuseUnproved(results: Results | undefined, examples: Example[], root: string): void {
  const remedy =
    'repite «npm test» entero y vuelve a construir; si no vas a publicarlo, «npm start» lo construye y lo sirve tal como está';
  if (!results)
    throw new Error(
      `No hay resultados de ninguna comprobación (${resultsFile(MAIN_ENGINE)}), y un sitio sin ellos no se publica\n  Cómo arreglarlo: ${remedy}`,
    );
  const states = [
    ...examples.map(({ id, ...example }) => ({
      id,
      status: currentOutcome(results, 'examples', id, exampleFingerprint({ id, ...example }))?.status,
    })),
    ...readClaimTests(root).map(({ id, experiment }) => ({
      id,
      status: currentOutcome(results, 'claims', id, experimentFingerprint(experiment))?.status,
    })),
  ];
  const named = (wanted: 'failed' | undefined) =>
    states.filter(({ status }) => status === wanted).map(({ id }) => id);
  const failed = named('failed');
  if (failed.length > 0)
    throw new Error(
      `La última comprobación falló en: ${failed.join(', ')}\n` +
        '  Cómo arreglarlo: arréglalo y repite «npm test», o construye con DAP_PERMITIR_FALLOS=1 si no vas a publicar',
    );
  const unproved = named(undefined);
  if (unproved.length > 0)
    throw new Error(
      `Sin resultado, o cambiado desde que se probó: ${list(unproved)}\n  Cómo arreglarlo: ${remedy}`,
    );
}

function list(ids: string[]): string {
  const rest = ids.length - MOST_NAMED;
  return ids.slice(0, MOST_NAMED).join(', ') + (rest > 0 ? ` y ${rest} más` : '');
}
