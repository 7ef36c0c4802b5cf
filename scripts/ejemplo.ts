/** npm run ejemplo: a reader runs an example of the guide and sees whether it answers as the page says. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEnvironment } from '../src/bench/environment.ts';
import { openBench } from '../src/bench/open-bench.ts';
import { folderName, listExampleIds, readExample } from '../src/examples/catalog.ts';
import { printList } from './examples/list.ts';
import { runOnOwnEngine } from './examples/own-engine/run.ts';
import { runAndReport } from './examples/report.ts';
import { selectExamples } from './examples/select.ts';
import { runMain } from './setup/main.ts';
import { withEngine } from './setup/with-engine.ts';

const HELP = `npm run ejemplo                         lista los ejemplos por tema
npm run ejemplo tema/ejemplo            lo ejecuta paso a paso en un banco de pruebas que se borra al terminar
npm run ejemplo tema/ejemplo -- --en-mi-motor
                                        lo ejecuta en tu propio Docker, si está entre los que pueden (◆),
                                        después de decirte qué creará
    --si      no preguntes antes de empezar
    --ayuda   muestra este texto`;

const ROOT = join(import.meta.dirname, '../examples');

await runMain(async () => {
  const { values, positionals } = parseArgs({
    options: { 'en-mi-motor': { type: 'boolean' }, si: { type: 'boolean' }, ayuda: { type: 'boolean' } },
    allowPositionals: true,
  });
  const all = listExampleIds(ROOT);
  if (values.ayuda) return console.log(HELP);
  if (positionals.length === 0) return printList(all.map((id) => readExample(ROOT, id)));
  const examples = selectExamples(all, positionals).map((id) => readExample(ROOT, id));
  await withEngine(async () => {
    for (const example of examples) {
      const same = values['en-mi-motor']
        ? await runOnOwnEngine(example, values.si ?? false)
        : await runInSandbox(example);
      if (!same) process.exitCode = 1;
    }
  });
});

async function runInSandbox(example: ReturnType<typeof readExample>): Promise<boolean> {
  await using environment = await startEnvironment((line) => console.log(line));
  await using sandbox = await openBench(environment.info, example.session.directives.requires);
  await sandbox.enterFolder(example.dir, folderName(example.id));
  // Awaited here: a bare return would dispose of the sandbox while it works.
  return await runAndReport(sandbox, example);
}
