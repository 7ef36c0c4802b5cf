/** Plays an exercise in a fresh engine, as who solves it and as who gets it wrong, and says what it does not do as it must. */
import type { Bench } from '../../src/bench/bench.ts';
import { attemptsOf, type Exercise, markOf } from '../../src/exercises/exercise.ts';
import { overwriteFiles, quote, readerScripts, type Shared } from '../../src/exercises/scripts.ts';
import { CATALOGUE } from '../../src/images/catalogue.ts';
import type { TranscriptEntry } from '../../src/results/results.ts';
import { makeRun } from './claim-run.ts';

const FOLDER = '/root/ejercicio';
/** Beside the images of the guide, which a reader keeps. */
const INVENTORY = [
  "docker ps --all --format 'contenedor {{.Names}}'",
  "docker network ls --format 'red {{.Name}}'",
  "docker volume ls --format 'volumen {{.Name}}'",
  "docker image ls --all --format 'imagen {{.Repository}}:{{.Tag}}'",
].join('; ');

/**
 * @param transcript where what was run is noted
 * @returns what is wrong with the exercise, in Spanish; empty when it is right
 */
export async function problemsOf(
  bench: Bench,
  exercise: Exercise,
  shared: Shared,
  transcript: TranscriptEntry[] = [],
): Promise<string[]> {
  const run = makeRun(bench, transcript);
  const problems: string[] = [];
  /** Runs something in the reader's folder, and complains unless it ends as it must. */
  const expectEnd = async (what: string, script: string, code: number, says: readonly string[] = []) => {
    const { output, exitCode } = await run(`cd ${FOLDER} && { ${script}; }`);
    if (exitCode !== code)
      problems.push(`${what}: salió con el código ${exitCode} y debía ser ${code}\n${output}`);
    for (const text of says)
      if (!output.includes(text)) problems.push(`${what}: no dice «${text}», dice\n${output}`);
  };
  const write = (files: Record<string, string>) => run.ok(`cd ${FOLDER}\n${overwriteFiles(files)}\ntrue`);
  const start = async () => {
    await run.ok(`rm -rf ${FOLDER} && mkdir ${FOLDER}`);
    await write(readerScripts(exercise, shared));
  };
  const inventory = async () => {
    const lines = (await run.ok(INVENTORY)).split('\n').filter(Boolean).sort();
    return lines.filter((line) => !CATALOGUE.some(({ ref }) => line === `imagen ${ref}`));
  };

  await start();
  const before = await inventory();
  await expectEnd('comprueba.sh sin preparar', 'sh comprueba.sh 2>&1', 2, ['sh prepara.sh']);
  await expectEnd('limpia.sh sin preparar', 'sh limpia.sh', 0);
  for (const { make, remove, name } of strangers(exercise)) {
    await run.ok(make);
    await expectEnd(`prepara.sh con «${name}» ajeno`, 'sh prepara.sh 2>&1', 1, [`«${name}»`]);
    await expectEnd(`limpia.sh con «${name}» ajeno`, 'sh limpia.sh', 0);
    await run.ok(remove);
  }
  for (const { name, says, what } of attemptsOf(exercise)) {
    await start();
    await expectEnd('prepara.sh', 'sh prepara.sh 2>&1', 0);
    await expectEnd('prepara.sh otra vez', 'sh prepara.sh 2>&1', 1, ['sh limpia.sh']);
    if (name === 'equivocado-1')
      await expectEnd('comprueba.sh nada más preparar', 'sh comprueba.sh', 1, exercise.card.empieza);
    await write(exercise.changes[name] ?? {});
    await expectEnd(`${name}.sh`, `sh -e -c ${quote(exercise.scripts[`${name}.sh`] ?? '')} 2>&1`, 0);
    await expectEnd(
      `comprueba.sh con ${name} (${what})`,
      'sh comprueba.sh',
      says ? 1 : 0,
      says ? [says] : ['Resuelto'],
    );
    await expectEnd('limpia.sh', 'sh limpia.sh 2>&1', 0);
    const left = (await inventory()).filter((line) => !before.includes(line));
    if (left.length > 0) problems.push(`limpia.sh, después de ${name}: deja ${left.join(', ')}`);
  }
  return problems;
}

/** Things of somebody else's that have a name of the exercise: one of each kind that can be made from nothing. */
function strangers(exercise: Exercise): { name: string; make: string; remove: string }[] {
  const { redes, volumenes } = exercise.card.objetos;
  const things = [
    ...redes.slice(0, 1).map((name) => ['network', name] as const),
    ...[...volumenes.slice(0, 1), markOf(exercise.id)].map((name) => ['volume', name] as const),
  ];
  return things.map(([kind, name]) => ({
    name,
    make: `docker ${kind} create ${name}`,
    // Fails if somebody removed it.
    remove: `docker ${kind} rm ${name}`,
  }));
}
