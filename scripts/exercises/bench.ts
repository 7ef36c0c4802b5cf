/** An exercise in a bench of ours: a person types in it, and it is gone afterwards. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEnvironment } from '../../src/bench/environment.ts';
import { Sandbox } from '../../src/bench/sandbox.ts';
import { dockerInHand } from '../../src/engine/cli.ts';
import { folderName } from '../../src/examples/catalog.ts';
import type { Exercise } from '../../src/exercises/exercise.ts';
import { readerScripts, type Shared } from '../../src/exercises/scripts.ts';

const LIFE_SECONDS = 4 * 3600;

/** Opens a bench with the exercise prepared and a shell in its folder; answers whether it was solved at the end. */
export async function solveInBench(exercise: Exercise, shared: Shared): Promise<boolean> {
  await using environment = await startEnvironment((line) => console.log(line));
  await using bench = await Sandbox.open(environment.info, LIFE_SECONDS);
  await putScripts(bench, exercise, shared);
  const prepared = await bench.run('sh prepara.sh 2>&1');
  console.log(`${prepared.output.trim()}\n`);
  if (prepared.exitCode !== 0) return false;
  console.log('Estás dentro del banco, en la carpeta del ejercicio. Para terminar y borrarlo todo: exit\n');
  const terminal = process.stdin.isTTY ? ['--interactive', '--tty'] : ['--interactive'];
  const folder = `/root/${folderName(exercise.id)}`;
  await dockerInHand(['exec', ...terminal, '--workdir', folder, bench.id, 'bash']);
  const checked = await bench.run('sh comprueba.sh 2>&1');
  console.log(`\nAsí quedó:\n${checked.output.trim()}`);
  return checked.exitCode === 0;
}

async function putScripts(bench: Sandbox, exercise: Exercise, shared: Shared): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'docker-a-prueba-'));
  try {
    for (const [name, text] of Object.entries(readerScripts(exercise, shared)))
      writeFileSync(join(copy, name), text);
    await bench.enterFolder(copy, folderName(exercise.id));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
