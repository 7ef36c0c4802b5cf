/** npm run diferencias: what failed in the last run, in Markdown, to be told in an issue. */
import { parseArgs } from 'node:util';
import { ROOT } from '../src/config/paths.ts';
import { driftReport } from '../src/results/drift.ts';
import { readRuns } from '../src/results/runs.ts';
import { SetupError } from './setup/index.ts';
import { runMain } from './setup/main.ts';

const HELP = `npm run --silent diferencias

Dice, en Markdown, qué ejemplos y afirmaciones fallaron la última vez que se probaron y por qué: para contarlo en
una incidencia.

  --ayuda   muestra este texto`;

await runMain(async () => {
  const { values } = parseArgs({ options: { ayuda: { type: 'boolean' } } });
  if (values.ayuda) return console.log(HELP);
  const { main } = readRuns(ROOT);
  if (!main) {
    throw new SetupError(
      'Aquí no se ha probado nada todavía.\n  Cómo arreglarlo: npm test -- --solo ejemplos,afirmaciones.',
    );
  }
  console.log(driftReport(main) ?? 'Nada responde distinto: todo lo que se probó pasó.');
});
