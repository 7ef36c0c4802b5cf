/** Runs an example on the reader's own engine, if it may, and leaves it as it was. */
import { createInterface } from 'node:readline/promises';
import { openLocalShell } from '../../../src/bench/local-shell.ts';
import type { Example } from '../../../src/examples/catalog.ts';
import { type OwnEnginePlan, planOwnEngine } from '../../../src/own-engine/plan.ts';
import { takeSnapshot } from '../engine-snapshot.ts';
import { runAndReport } from '../report.ts';
import { readFolder, withOwnFolder } from './folder.ts';
import { obstacles, refusalsOf } from './refuse.ts';
import { announce, tellWhatStays } from './tell.ts';
import { pinImages, removeCreated, restoreImages } from './undo.ts';
import { watchVolumes } from './volumes.ts';

/**
 * Refuses, or announces, asks, runs, undoes and shows what is left.
 * @returns true when it answered as recorded, or the reader said no
 */
export async function runOnOwnEngine(example: Example, assumeYes: boolean): Promise<boolean> {
  return withOwnFolder(example.dir, async (folder) => {
    // The very files that the commands will find.
    const plan = planOwnEngine(example.session, readFolder(folder));
    const reasons = refusalsOf(example, plan);
    // Nothing is asked of the engine in the name of a session that may not run.
    if (reasons.length === 0) reasons.push(...obstacles(plan));
    if (reasons.length > 0) {
      throw new Error(
        `«${example.id}» no se ejecuta en tu motor:\n${reasons.map((reason) => `  · ${reason}`).join('\n')}\n` +
          `Ejecútalo en el banco de pruebas, que se borra al terminar:  npm run ejemplo ${example.id}`,
      );
    }
    announce(example, plan);
    if (!assumeYes && !(await confirm())) return true;
    return runAndUndo(example, plan, folder);
  });
}

async function runAndUndo(example: Example, plan: OwnEnginePlan, folder: string): Promise<boolean> {
  const before = takeSnapshot();
  const pinned = pinImages(plan);
  const watch = watchVolumes(plan);
  const { shell, close } = await openLocalShell(folder);
  const { promise: interrupted, reject } = Promise.withResolvers<never>();
  // To the end: a second Ctrl-C must not cut the cleaning short.
  process.on('SIGINT', () =>
    reject(new Error('Interrumpido: se ha borrado lo que el ejemplo había creado.')),
  );
  try {
    await shell.run(`export HOME='${(process.env.HOME ?? folder).replaceAll("'", "'\\''")}'`);
    const host = {
      run: (command: string, options: { timeoutMs?: number; aside?: boolean } = {}) =>
        shell.run(command, options.timeoutMs, options.aside),
      type: () => Promise.reject(new Error('Los pasos con terminal no se ejecutan en tu motor')),
    };
    const same = await Promise.race([runAndReport(host, example), interrupted]);
    if (!same)
      console.log(
        'En tu motor puede haber más redes, más contenedores y otros puertos ocupados, y cambian las direcciones.\n' +
          `En el banco de pruebas no hay nada más:  npm run ejemplo ${example.id}\n`,
      );
    return same;
  } finally {
    close();
    removeCreated(plan, watch.volumes);
    watch.stop();
    const unrestored = restoreImages(pinned);
    tellWhatStays(plan, before, takeSnapshot(), unrestored);
  }
}

async function confirm(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('¿Empiezo? [s/N] ');
  terminal.close();
  return /^s(í|i)?$/i.test(answer.trim());
}
