/** npm run mutar: changes an example in one place at a time and looks whether some step notices. */
import { join } from 'node:path';
import { listExampleIds } from '../src/examples/catalog.ts';
import { selectExamples } from './examples/select.ts';
import { chooseMutants } from './mutation/choose.ts';
import { loadSubject } from './mutation/load.ts';
import { HELP, readOptions } from './mutation/options.ts';
import { measureOutputs, measureWithEngine, type Task } from './mutation/run.ts';
import { lastSurvivors } from './mutation/save.ts';
import { SetupError } from './setup/index.ts';
import { runMain } from './setup/main.ts';
import { withEngine } from './setup/with-engine.ts';

const ROOT = join(import.meta.dirname, '..');

await runMain(async () => {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return console.log(HELP);
  process.chdir(ROOT);
  const all = listExampleIds(join(ROOT, 'examples'));
  const ids = options.words.length > 0 ? selectExamples(all, options.words) : all;
  const tasks = ids.map((id): Task => {
    const subject = loadSubjectOrSay(id);
    return { ...subject, chosen: chooseMutants(subject.mutants, options, lastSurvivors(ROOT, id)) };
  });
  if (options.list) {
    for (const { example, chosen } of tasks) {
      console.log(`${example.id}: ${chosen.length}`);
      for (const { at, id } of chosen) console.log(`  ${at}  ${id}`);
    }
    return;
  }
  const needsEngine = tasks.some(({ chosen }) => chosen.some(({ kind }) => kind !== 'salidas'));
  if (needsEngine) await withEngine(() => measureWithEngine(ROOT, tasks, options));
  else await measureOutputs(tasks);
});

function loadSubjectOrSay(id: string) {
  try {
    return loadSubject(ROOT, id);
  } catch (error) {
    throw new SetupError((error as Error).message);
  }
}
