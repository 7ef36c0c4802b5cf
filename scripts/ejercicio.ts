/** npm run ejercicio: a reader prepares an exercise, solves it in his engine or in a bench, and sees how he is doing. */
import { parseArgs } from 'node:util';
import { ROOT } from '../src/config/paths.ts';
import { listExercises, readExercise, readShared } from '../src/exercises/catalog.ts';
import { solveInBench } from './exercises/bench.ts';
import { chooseAction, readHintLevel } from './exercises/choose.ts';
import { ownFolder, runOwn } from './exercises/own-engine.ts';
import { printExercises, printSolution, printStatement } from './exercises/print.ts';
import { selectExercise } from './exercises/select.ts';
import { runMain } from './setup/main.ts';
import { withEngine } from './setup/with-engine.ts';

const HELP = `npm run ejercicio                          lista los ejercicios por tema
npm run ejercicio tema/nombre              lo prepara en tu Docker y en practica/tema/nombre/, y dice qué hay que conseguir
npm run ejercicio tema/nombre -- --comprueba
                                           mira cómo quedó tu motor: qué está bien y qué falta
    --pista 1    una pista; hay tres, de menos a más
    --solucion   la solución, con su explicación
    --limpia     borra de tu motor lo que usó el ejercicio
    --banco      prepáralo en un banco de pruebas, con un shell dentro, que se borra al salir
    --ayuda      muestra este texto`;

await runMain(async () => {
  const { values, positionals } = parseArgs({
    options: {
      comprueba: { type: 'boolean' },
      pista: { type: 'string' },
      solucion: { type: 'boolean' },
      limpia: { type: 'boolean' },
      banco: { type: 'boolean' },
      ayuda: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  if (values.ayuda) return console.log(HELP);
  const all = listExercises(ROOT);
  const action = chooseAction(values);
  if (positionals.length === 0) return printExercises(all.map((id) => readExercise(ROOT, id)));
  const exercise = readExercise(ROOT, selectExercise(all, positionals));
  const shared = readShared(ROOT);
  if (action === 'solucion') return printSolution(exercise);
  if (action === 'pista') return console.log(exercise.card.pistas[readHintLevel(values.pista) - 1]);
  if (action === 'banco') {
    printStatement(exercise, { bench: true });
    return withEngine(async () => {
      if (!(await solveInBench(exercise, shared))) process.exitCode = 1;
    });
  }
  if (action === 'prepara') printStatement(exercise, { folder: ownFolder(exercise.id) });
  process.exitCode = await runOwn(exercise, shared, action);
});
