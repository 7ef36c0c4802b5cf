/** `npm run medir:lector`: follows each page as its readers do, and says in a table what became of it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../src/config/paths.ts';
import { readPages } from '../src/reader/pages.ts';
import { READINGS_FILE, type Readings, readingsTable } from '../src/reader/table.ts';
import { runChild } from './setup/child.ts';
import { readArguments, runMain } from './setup/main.ts';
import { SetupError } from './setup/progress.ts';

const HELP = `npm run medir:lector [-- opciones]

Sigue cada página en un motor recién creado, con solo lo que la página da, y dice en una tabla cuántas
órdenes respondieron como se muestra. Lo que ya se siguió con todo igual no se repite.

  --ya        no sigue ninguna: enseña lo último que se supo
  --salida F  guarda la tabla en ese archivo
  --ayuda     muestra este texto`;

const { values } = readArguments({
  options: {
    ya: { type: 'boolean' },
    salida: { type: 'string' },
    ayuda: { type: 'boolean' },
  },
});

if (values.ayuda) console.log(HELP);
else
  await runMain(async () => {
    if (!values.ya) {
      const args = [join(ROOT, 'scripts/probar.ts'), '--solo', 'construir,lector'];
      const { code } = await runChild(process.execPath, args);
      // The table tells what failed.
      if (code !== 0) process.exitCode = 1;
    }
    if (!existsSync(READINGS_FILE))
      throw new SetupError('Ninguna página se ha seguido aquí.\n  Cómo arreglarlo: ejecútalo sin --ya.');
    const readings = JSON.parse(readFileSync(READINGS_FILE, 'utf8')) as Readings;
    // What was known of a page that is gone, or that gives nothing to type any more, is not told.
    const pages = readPages(join(ROOT, 'dist'));
    const table = readingsTable(
      Object.values(readings).filter(({ name }) => pages.has(name.replace(/ \(.*$/, ''))),
    );
    console.log(`\n${table}`);
    if (values.salida) writeFileSync(values.salida, `${table}\n`);
  });
