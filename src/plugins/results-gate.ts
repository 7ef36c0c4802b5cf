import type { AstroIntegration } from 'astro';
import { failedIds, readResults } from '../components/run-results.ts';

/** Refuses to build a site to publish when the last test run failed; DAP_PERMITIR_FALLOS=1 builds it all the same. */
export function resultsGate(root: string = process.cwd()): AstroIntegration {
  return {
    name: 'results-gate',
    hooks: {
      'astro:build:start': ({ logger }) => {
        const results = readResults(root);
        const failed = results ? failedIds(results) : [];
        if (!results) logger.info('sin resultados de pruebas: el sitio lo dirá (los escribe «npm test»)');
        if (failed.length === 0 || process.env.DAP_PERMITIR_FALLOS === '1') return;
        throw new Error(
          `La última comprobación falló en: ${failed.join(', ')}\n` +
            '  Remedio: arréglalo y repite «npm test», o construye con DAP_PERMITIR_FALLOS=1 si no vas a publicar',
        );
      },
    },
  };
}
