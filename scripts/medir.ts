/** npm run medir: what the last runs took, and what a proof costs beside typing the same commands. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type EnvironmentInfo, startEnvironment } from '../src/bench/environment.ts';
import { needsKernel } from '../src/bench/requirements.ts';
import { MAIN_ENGINE, ROOT } from '../src/config/paths.ts';
import { listExampleIds, readExample } from '../src/examples/catalog.ts';
import { readRuns } from '../src/results/runs.ts';
import { readTimes } from '../tests/support/times-reporter.ts';
import { type Cost, proveAll, typeAll } from './measures/proof-cost.ts';
import { slowest, type Timed, table, topicTable } from './measures/report.ts';
import { runMain } from './setup/main.ts';
import { withEngine } from './setup/with-engine.ts';

const HELP = `npm run medir [-- --razon [--ejemplos N] [--veces N]]

Sin opciones, cuenta lo que tardaron las últimas ejecuciones de npm test: por suite, y cada ejemplo y afirmación.
Con --razon mide cuánto cuesta probar, con la máquina quieta: N ejemplos (20) probados de uno en uno y de dos en dos,
junto a sus mismas órdenes tecleadas en un solo motor ya caliente por un guion que no compara nada.

  --razon       mide también eso
  --ejemplos N  con cuántos ejemplos, repartidos entre todos (20)
  --ayuda       muestra este texto`;

const EXAMPLES = join(ROOT, 'examples');
const { values } = parseArgs({
  options: {
    razon: { type: 'boolean', default: false },
    ejemplos: { type: 'string', default: '20' },
    ayuda: { type: 'boolean', default: false },
  },
});
if (values.ayuda) console.log(HELP);
else {
  tellLastRuns();
  if (values.razon) await runMain(() => withEngine(() => measureRatio(Number(values.ejemplos))));
}

function tellLastRuns(): void {
  const times = Object.entries(readTimes()).map(([suite, { seconds, tests, reused, date }]) => [
    suite,
    `${seconds.toFixed(1)} s`,
    `${tests} pruebas`,
    reused > 0 ? `${reused} reutilizadas` : '',
    date.slice(0, 16).replace('T', ' '),
  ]);
  console.log(
    times.length > 0 ? `Última vez de cada suite:\n${table(times)}` : 'Aún no se ha ejecutado npm test.',
  );
  const { main } = readRuns(ROOT);
  if (!main) return;
  const timed = (all: Record<string, { ms: number }>, topicOf: (id: string) => string): Timed[] =>
    Object.entries(all).map(([id, { ms }]) => ({ topic: topicOf(id), name: id, seconds: ms / 1000 }));
  const examples = timed(main.examples, (id) => id.split('/')[0] ?? '');
  const claims = timed(main.claims, (id) => main.claims[id]?.file.split('/')[2] ?? '');
  console.log(`\nEjemplos (motor «${MAIN_ENGINE}»), sin lo que esperan su turno:\n${topicTable(examples)}`);
  console.log(`\nAfirmaciones:\n${topicTable(claims)}`);
  console.log(`\nLo que más tarda:\n${slowest([...examples, ...claims], 12)}`);
}

async function measureRatio(count: number): Promise<void> {
  await using environment = await startEnvironment((line) => console.log(line), { seed: true });
  const { info } = environment;
  const ids = choose(count);
  const { seconds: typed, ids: kept } = await typeAll(info, ids);
  for (const id of ids.filter((one) => !kept.includes(one)))
    console.log(`${id}: no cuenta, porque en un motor ya usado no responde como debe`);
  console.log(`\n${kept.length} ejemplos, ${availableParallelism()} núcleos`);
  console.log(`tecleado en un motor caliente: ${typed.toFixed(1)} s`);
  for (const lanes of [1, 2]) await tellProofs(info, kept, lanes, typed);
}

async function tellProofs(
  info: EnvironmentInfo,
  ids: readonly string[],
  lanes: number,
  typed: number,
): Promise<void> {
  const start = performance.now();
  const costs: Cost[] = [];
  const steps: string[] = [];
  for (const end of [5, 10, 20, 40, 75].filter((_, at, all) => (all[at - 1] ?? 0) < ids.length)) {
    costs.push(...(await proveAll(info, ids.slice(costs.length, end), lanes)));
    steps.push(`${costs.length}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
  const wall = (performance.now() - start) / 1000;
  const cpu = costs.reduce((sum, cost) => sum + cost.cpu, 0);
  console.log(
    `probado de ${lanes} en ${lanes}: ${wall.toFixed(1)} s, ${(wall / typed).toFixed(2)} veces lo tecleado; ` +
      `${(cpu / costs.length).toFixed(1)} s de CPU por ejemplo. Acumulado: ${steps.join(', ')}`,
  );
}

/** Spread over all of those that run in an ordinary sandbox. */
function choose(count: number): string[] {
  const ids = listExampleIds(EXAMPLES).filter(
    (id) => !needsKernel(readExample(EXAMPLES, id).session.directives.requires),
  );
  const step = Math.max(1, ids.length / count);
  return Array.from({ length: Math.min(count, ids.length) }, (_, at) => ids[Math.floor(at * step)] as string);
}
