/** npm run medir:ejemplos: how long each example takes, and whether it answers the same every time. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type EnvironmentInfo, startEnvironment } from '../src/bench/environment.ts';
import { Sandbox } from '../src/bench/sandbox.ts';
import { folderName, listExampleIds, readExample } from '../src/examples/catalog.ts';
import { explainDifferences } from '../src/examples/explain.ts';
import { runExample } from '../src/run/run-example.ts';
import { selectExamples } from './examples/select.ts';
import { whyNotHere } from './mutation/bench.ts';
import { readArguments, runMain } from './setup/main.ts';
import { withEngine } from './setup/with-engine.ts';

const HELP = `npm run medir:ejemplos [-- opciones] [tema | tema/ejemplo …]

Ejecuta los ejemplos varias veces y dice cuánto tardan y cuáles no respondieron siempre igual.
Con Ctrl-C acaba los que están en marcha y cuenta lo medido hasta entonces.

  --veces N   cuántas veces cada uno (1)
  --a-la-vez N  cuántos bancos de pruebas a la vez (2)
  --semilla   con las imágenes ya sembradas en cada banco
  --sin-regla N  compara sin la regla de redacción de ese nombre (por ejemplo, parches)
  --ayuda     muestra este texto`;

const ROOT = join(import.meta.dirname, '../examples');

interface Measure {
  id: string;
  openMs: number;
  totalMs: number;
  drift?: string;
}

const { values, positionals } = readArguments({
  options: {
    veces: { type: 'string', default: '1' },
    'a-la-vez': { type: 'string', default: '2' },
    semilla: { type: 'boolean', default: false },
    'sin-regla': { type: 'string' },
    ayuda: { type: 'boolean' },
  },
  allowPositionals: true,
});
if (values.ayuda) console.log(HELP);
else await runMain(() => withEngine(() => main(Number(values.veces), Number(values['a-la-vez']))));

async function main(times: number, lanes: number): Promise<void> {
  const all = listExampleIds(ROOT);
  const chosen = positionals.length > 0 ? selectExamples(all, positionals) : all;
  const queue: string[] = [];
  // Ctrl-C: no more are started, and what was measured is told.
  process.on('SIGINT', () => {
    queue.splice(0);
    process.exitCode = 130;
  });
  const measures: Measure[] = [];
  const started = performance.now();
  await using environment = await startEnvironment((line) => console.log(line), { seed: values.semilla });
  const ids = await thoseThatRunHere(chosen, environment.info);
  queue.push(...Array.from({ length: times }, () => ids).flat());
  const lane = async () => {
    for (let id = queue.shift(); id; id = queue.shift()) {
      measures.push(await measure(id, environment.info));
      tellProgress(measures.length, ids.length * times);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  print(ids, measures, performance.now() - started, lanes);
}

/** The virtual machine is slower by an order, and would hold up all the others. */
async function thoseThatRunHere(ids: string[], info: EnvironmentInfo): Promise<string[]> {
  const here: string[] = [];
  for (const id of ids) {
    const why = await whyNotHere(info, readExample(ROOT, id).session.directives.requires);
    if (why) console.log(`${id}: no se mide, ${why.replace(' (--vm)', '')}`);
    else here.push(id);
  }
  return here;
}

async function measure(id: string, info: EnvironmentInfo): Promise<Measure> {
  const example = readExample(ROOT, id);
  const started = performance.now();
  await using sandbox = await Sandbox.open(info);
  const openMs = performance.now() - started;
  try {
    await sandbox.enterFolder(example.dir, folderName(id));
    const { differences } = await runExample(sandbox, example, { without: values['sin-regla'] });
    const totalMs = performance.now() - started;
    return differences.length === 0
      ? { id, openMs, totalMs }
      : { id, openMs, totalMs, drift: explainDifferences(differences, example.session.file, id) };
  } catch (error) {
    return { id, openMs, totalMs: performance.now() - started, drift: (error as Error).message };
  }
}

function print(ids: string[], measures: Measure[], totalMs: number, lanes: number): void {
  const width = Math.max(...ids.map((id) => id.length));
  console.log(`\n${'ejemplo'.padEnd(width)}  mediana    máx.  iguales`);
  for (const id of ids) {
    const own = measures.filter((measure) => measure.id === id);
    if (own.length === 0) continue;
    const seconds = own.map(({ totalMs: ms }) => ms / 1000).sort((a, b) => a - b);
    const same = own.filter(({ drift }) => drift === undefined).length;
    console.log(
      `${id.padEnd(width)}  ${median(seconds).toFixed(1).padStart(5)} s  ${Math.max(...seconds)
        .toFixed(1)
        .padStart(4)} s  ${same} de ${own.length}`,
    );
  }
  const opens = measures.map(({ openMs }) => openMs / 1000).sort((a, b) => a - b);
  console.log(
    `\n${measures.length} ejecuciones en ${(totalMs / 1000).toFixed(1)} s, ${lanes} a la vez en ${availableParallelism()} núcleos; ` +
      `abrir un banco: mediana ${median(opens).toFixed(2)} s`,
  );
  const drifts = new Map(measures.filter(({ drift }) => drift).map(({ id, drift }) => [id, drift]));
  for (const drift of drifts.values()) console.log(`\n${drift}`);
  if (drifts.size > 0) process.exitCode = 1;
}

/** On a terminal, each one; in a file, each twentieth part. */
function tellProgress(done: number, total: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} de ${total} `);
  else if (done % Math.ceil(total / 20) === 0) console.log(`${done} de ${total}`);
}

function median(sorted: number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
