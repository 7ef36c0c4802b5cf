/** `npm run limpiar` takes away what is ours, and nothing else. */
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tryDockerCli } from '../../src/engine/cli.ts';
import { HUB_TOOL } from '../../src/images/catalogue.ts';
import { outerDocker } from './outer-engine.ts';

// Another installation: that of the run that tests this must stay.
const NAME = 'prueba-limpiar';
const OURS = ['--label', `${NAME}=uno`];

const REMOVE = [
  ['rm', '--force', '--volumes', `${NAME}-caja`, `${NAME}-ajena`],
  ['network', 'rm', `${NAME}-red`, `${NAME}-red-ajena`],
  ['volume', 'rm', '--force', `${NAME}-datos`, `${NAME}-usado`, `${NAME}-ajeno`],
  ['image', 'rm', `${NAME}/imagen:1`, `ajeno/${NAME}:1`],
];

/** One by one: those of a list that are there go, whatever happens to the others. */
async function removeAll(): Promise<void> {
  for (const command of REMOVE) {
    const at = command.findLastIndex((word) => !word.includes(NAME)) + 1;
    for (const name of command.slice(at)) await tryDockerCli([...command.slice(0, at), name]);
  }
}

beforeAll(async () => {
  await removeAll();
  outerDocker('network', 'create', ...OURS, `${NAME}-red`);
  outerDocker('volume', 'create', ...OURS, `${NAME}-datos`);
  outerDocker('volume', 'create', ...OURS, `${NAME}-usado`);
  outerDocker('create', ...OURS, '--name', `${NAME}-caja`, '--network', `${NAME}-red`, HUB_TOOL.localRef);
  outerDocker('tag', HUB_TOOL.localRef, `${NAME}/imagen:1`);
  // Somebody else's, with names like ours; one of them uses something of ours.
  outerDocker('network', 'create', `${NAME}-red-ajena`);
  outerDocker('volume', 'create', `${NAME}-ajeno`);
  outerDocker('create', '--name', `${NAME}-ajena`, '--volume', `${NAME}-usado:/d`, HUB_TOOL.localRef);
  outerDocker('tag', HUB_TOOL.localRef, `ajeno/${NAME}:1`);
});
afterAll(removeAll);

function clean(...options: string[]): { status: number | null; stdout: string } {
  return spawnSync(process.execPath, ['scripts/limpiar.ts', ...options], {
    encoding: 'utf8',
    env: { ...process.env, DAP_PREFIJO: NAME },
  });
}

const isThere = async (kind: string, name: string) =>
  (await tryDockerCli([kind, 'inspect', name])) !== undefined;

test('what is ours goes, what is not stays, and what cannot go is told', { concurrent: false }, async () => {
  const seen = clean('--ver');
  expect(seen.status).toBe(0);
  for (const line of ['contenedor prueba-limpiar-caja', 'red        prueba-limpiar-red\n'])
    expect(seen.stdout).toContain(line);
  expect(seen.stdout).toContain('5 objetos');
  expect(await isThere('container', `${NAME}-caja`)).toBe(true);

  const cleaned = clean();
  expect(cleaned.stdout).toContain('Se quitaron 4 de 5.');
  expect(cleaned.stdout).toMatch(/Queda volumen prueba-limpiar-usado: .*in use/);
  expect(cleaned.status).toBe(1);
  for (const [kind, name] of [
    ['container', `${NAME}-caja`],
    ['network', `${NAME}-red`],
    ['volume', `${NAME}-datos`],
    ['image', `${NAME}/imagen:1`],
  ] as const)
    expect(await isThere(kind, name), name).toBe(false);
  for (const [kind, name] of [
    ['container', `${NAME}-ajena`],
    ['network', `${NAME}-red-ajena`],
    ['volume', `${NAME}-ajeno`],
    ['image', `ajeno/${NAME}:1`],
    ['image', HUB_TOOL.localRef],
  ] as const)
    expect(await isThere(kind, name), name).toBe(true);

  outerDocker('rm', `${NAME}-ajena`);
  expect(clean().stdout).toContain('Se quitaron 1 de 1.');
  expect(clean().stdout).toContain('No hay nada nuestro en el motor.');
});
