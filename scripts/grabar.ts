/** npm run grabar: runs examples in a sandbox and writes what the engine answered into their session files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type EnvironmentInfo, startEnvironment } from '../src/bench/environment.ts';
import { openBench } from '../src/bench/open-bench.ts';
import { MAIN_ENGINE } from '../src/config/paths.ts';
import { folderName, listExampleIds, readExample, SESSION_FILE } from '../src/examples/catalog.ts';
import { chosenEngine, ENGINE_VARIABLE, sandboxWith } from '../src/images/engines.ts';
import { readChangedPaths } from '../src/proof/changed-paths.ts';
import { readProvenance } from '../src/run/read-provenance.ts';
import { writeRecording, writeVariant } from '../src/run/record.ts';
import { runExample } from '../src/run/run-example.ts';
import { selectExamples } from './examples/select.ts';
import { SetupError } from './setup/index.ts';
import { runMain } from './setup/main.ts';
import { withEngine } from './setup/with-engine.ts';

const HELP = `npm run grabar [-- opciones] [tema | tema/ejemplo …]

Ejecuta los ejemplos en un motor Docker anidado y escribe en cada sesion.console lo que respondió.
Cada grabación es una sola ejecución: si algo responde distinto se escribe la ejecución entera, y si no, nada.
Sin nombres graba los que has cambiado y los que no tienen grabación; con un tema, todos los de ese tema.

  --todos   vuelve a grabar todos
  --nueva   escribe la ejecución aunque responda igual que lo grabado
  --motor N graba lo que otro motor responde distinto (sesion.N.console), y quita lo que ya responde igual
  --ayuda   muestra este texto`;

const ROOT = join(import.meta.dirname, '../examples');

await runMain(async () => {
  const { values, positionals } = parseArgs({
    options: {
      todos: { type: 'boolean', default: false },
      nueva: { type: 'boolean', default: false },
      motor: { type: 'string' },
      ayuda: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  if (values.ayuda) return console.log(HELP);
  if (process.env.CI) {
    throw new SetupError(
      'En integración continua no se graba: allí las grabaciones se comprueban. Graba en tu equipo y sube el cambio.',
    );
  }
  if (values.motor) {
    try {
      sandboxWith(values.motor);
    } catch (error) {
      throw new SetupError((error as Error).message);
    }
    process.env[ENGINE_VARIABLE] = values.motor;
  }
  const ids = choose(values.todos, positionals);
  if (ids.length > 0) return withEngine(() => recordAll(ids, values.nueva));
  console.log('Todos los ejemplos están grabados. Para repetir uno: npm run grabar tema/ejemplo');
});

function choose(everything: boolean, words: string[]): string[] {
  const all = listExampleIds(ROOT);
  if (everything) return all;
  if (words.length > 0) return selectExamples(all, words);
  const changed = readChangedPaths();
  return all.filter(
    (id) => !readExample(ROOT, id).provenance || changed.some((path) => path.startsWith(`examples/${id}/`)),
  );
}

async function recordAll(ids: string[], always: boolean): Promise<void> {
  await using environment = await startEnvironment((line) => console.log(line));
  for (const [index, id] of ids.entries()) {
    console.log(`[${index + 1}/${ids.length}] ${id}`);
    try {
      await recordOne(id, environment.info, always);
    } catch (error) {
      process.exitCode = 1;
      console.error(`  ✘ ${(error as Error).message}`);
    }
  }
}

async function recordOne(id: string, info: EnvironmentInfo, always: boolean): Promise<void> {
  const text = readFileSync(join(ROOT, id, SESSION_FILE), 'utf8');
  const example = readExample(ROOT, id);
  const engine = chosenEngine();
  const isMain = engine === MAIN_ENGINE;
  const started = performance.now();
  const from = new Date().toISOString();
  await using sandbox = await openBench(info, example.session.directives.requires);
  await sandbox.enterFolder(example.dir, folderName(example.id));
  const run = await runExample(sandbox, example, {
    onStep: (step) => console.log(`  · ${step.id}`),
    // What another engine does otherwise is what is to be written.
    anyCode: !isMain,
  });
  if (run.stoppedAt) {
    const step = run.stoppedAt;
    const command = step.commands.find(
      (candidate) => run.answers.get(candidate)?.exitCode !== candidate.exitCode,
    );
    const answer = command && run.answers.get(command);
    throw new Error(
      `${example.session.file}:${command?.line}: el paso «${step.id}» salió con el código ${answer?.exitCode}, y se declara ${command?.exitCode}\n` +
        `    $ ${command?.text}\n${answer?.output.replace(/^/gm, '    | ')}\n` +
        `  Cómo arreglarlo: arregla la orden o, si debe fallar, escribe «[${answer?.exitCode}]» en una línea debajo de ella. No se grabó nada.`,
    );
  }
  const shown = [...run.answers].map(([{ text: typed }, { output }]) => `${typed}\n${output}`).join('\n');
  const provenance = await readProvenance(sandbox, example.dir, shown);
  const to = new Date().toISOString();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
  const ran = {
    answers: run.answers,
    left: run.left ?? [],
    provenance: { ...provenance, run: { from, to } },
  };
  if (!isMain) {
    const others = writeVariant(example, text, ran, engine);
    return console.log(
      others.length > 0
        ? `  ✔ con «${engine}» responde distinto: ${others.join(', ')} (${seconds()} s)`
        : `  ✔ con «${engine}» responde igual (${seconds()} s)`,
    );
  }
  const changed = writeRecording(example, text, ran, { always });
  console.log(
    changed
      ? `  ✔ grabado entero en ${seconds()} s; responde distinto: ${changed.join(', ') || 'nada'}`
      : `  ✔ responde igual que lo grabado, que se deja como está (${seconds()} s)`,
  );
}
