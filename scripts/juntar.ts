/** npm run juntar: joins the results of the parts that several machines proved. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { CACHE, ROOT } from '../src/config/paths.ts';
import { mergeResults } from '../src/results/merge.ts';
import { RESULTS_FOLDER, type Results, resultsSchema } from '../src/results/results.ts';
import { runMain } from './setup/main.ts';
import { SetupError } from './setup/progress.ts';

const HELP = `npm run juntar -- carpeta [carpeta …]

Junta los resultados que dejaron varias máquinas, cada una con su parte (npm test -- --parte 2/6), en
${RESULTS_FOLDER}, de donde los toma el sitio. Cada carpeta es una copia de la de esa máquina.`;

await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { ayuda: { type: 'boolean', default: false } },
  });
  if (values.ayuda || positionals.length === 0) {
    console.log(HELP);
    if (!values.ayuda) process.exitCode = 1;
    return;
  }
  const byEngine = Map.groupBy(positionals.flatMap(filesIn), (file) => basename(file));
  mkdirSync(join(ROOT, RESULTS_FOLDER), { recursive: true });
  for (const [name, files] of byEngine) {
    const merged = joinOrExplain(files.map(readFile));
    writeFileSync(join(ROOT, RESULTS_FOLDER, name), `${JSON.stringify(merged, null, 2)}\n`);
    const [examples, claims] = [merged.examples, merged.claims].map((all) => Object.keys(all).length);
    console.log(`${name}: ${examples} ejemplos y ${claims} afirmaciones, de ${files.length} partes`);
  }
  console.log(`Juntado en ${join(CACHE, 'resultados')}`);
});

function filesIn(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  if (names.length > 0) return names.map((name) => join(folder, name));
  throw new SetupError(
    `En «${folder}» no hay resultados.\n  Cómo arreglarlo: da carpetas que sean copia de ${RESULTS_FOLDER} de otra máquina.`,
  );
}

function readFile(file: string): Results {
  const read = resultsSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (read.success) return read.data;
  throw new SetupError(
    `${file} no es un archivo de resultados de esta versión.\n  Cómo arreglarlo: vuelve a ejecutar esa parte con las mismas fuentes.`,
  );
}

function joinOrExplain(all: readonly Results[]): Results {
  try {
    return mergeResults(all);
  } catch (error) {
    throw new SetupError((error as Error).message);
  }
}
