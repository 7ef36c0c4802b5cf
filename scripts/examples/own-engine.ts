import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Example } from '../../src/examples/catalog.ts';
import { openLocalShell } from '../../src/sandbox/local-shell.ts';
import { type OwnEnginePlan, planOwnEngine } from '../../src/sandbox/own-engine.ts';
import { newSince, takeSnapshot } from './engine-snapshot.ts';
import { runAndReport } from './report.ts';

const KINDS = [
  ['containers', 'contenedores', ['container', 'inspect'], ['rm', '-f', '-v']],
  ['networks', 'redes', ['network', 'inspect'], ['network', 'rm']],
  ['volumes', 'volúmenes', ['volume', 'inspect'], ['volume', 'rm']],
  ['images', 'imágenes', ['image', 'inspect'], ['image', 'rm']],
] as const;

/**
 * Runs an example on the reader's own engine, if it may, and removes what it created by name.
 * @returns true when it answered as recorded
 */
export async function runOnOwnEngine(example: Example, assumeYes: boolean): Promise<boolean> {
  const plan = planOwnEngine(example.session);
  if (process.platform !== 'linux') plan.refusals.push('en tu motor solo se ejecutan ejemplos desde Linux');
  plan.refusals.push(...namesInUse(plan));
  if (plan.refusals.length > 0) {
    throw new Error(
      `«${example.id}» no se ejecuta en tu motor:\n${plan.refusals.map((reason) => `  · ${reason}`).join('\n')}\n` +
        `Ejecútalo en el banco de pruebas, que se borra al terminar:  npm run ejemplo ${example.id}`,
    );
  }
  announce(example, plan);
  if (!assumeYes && !(await confirm())) return true;
  const before = takeSnapshot();
  const folder = mkdtempSync(join(tmpdir(), `${basename(example.dir)}-`));
  cpSync(example.dir, folder, { recursive: true });
  const { shell, close } = await openLocalShell(folder);
  const { promise: interrupted, reject } = Promise.withResolvers<never>();
  // To the end: a second Ctrl-C must not cut the cleaning short.
  const onInterrupt = () => reject(new Error('Interrumpido: se ha borrado lo que el ejemplo había creado.'));
  process.on('SIGINT', onInterrupt);
  try {
    await shell.run(`export HOME='${process.env.HOME ?? folder}'`);
    const host = {
      run: (command: string, options: { timeoutMs?: number; aside?: boolean } = {}) =>
        shell.run(command, options.timeoutMs, options.aside),
      type: () => Promise.reject(new Error('Los pasos con terminal no se ejecutan en tu motor')),
    };
    return await Promise.race([runAndReport(host, example), interrupted]);
  } finally {
    close();
    if (plan.usesCompose) quiet(['compose', '--project-directory', folder, 'down', '--volumes']);
    removeCreated(plan);
    rmSync(folder, { recursive: true, force: true });
    tellWhatStays(newSince(before, takeSnapshot(), Object.keys(example.provenance?.images ?? {})));
  }
}

function namesInUse(plan: OwnEnginePlan): string[] {
  return KINDS.flatMap(([key, label, inspect]) =>
    plan[key]
      .filter((name) => exists(inspect, name))
      .map((name) => `ya tienes entre tus ${label} una que se llama «${name}»`),
  );
}

function announce(example: Example, plan: OwnEnginePlan): void {
  console.log(`«${example.session.title}» se ejecutará en tu propio Docker. Creará, y borrará al terminar:`);
  for (const [key, label] of KINDS)
    if (plan[key].length > 0) console.log(`  ${label}: ${plan[key].join(', ')}`);
  if (plan.usesCompose) console.log('  un proyecto de Compose, con sus contenedores, redes y volúmenes');
  console.log('Las imágenes que descargue se quedan en tu equipo. Estas son las órdenes:');
  for (const command of example.session.steps.flatMap((step) => step.commands))
    console.log(`  $ ${command.text.split('\n').join('\n  > ')}`);
}

async function confirm(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('¿Empiezo? [s/N] ');
  terminal.close();
  return /^s(í|i)?$/i.test(answer.trim());
}

function removeCreated(plan: OwnEnginePlan): void {
  for (const [key, , inspect, remove] of KINDS) {
    for (const name of plan[key]) if (exists(inspect, name)) quiet([...remove, name]);
  }
}

/** What we cannot know to be the example's is not ours to remove. */
function tellWhatStays(commands: string[]): void {
  if (commands.length === 0) return;
  console.log(
    'Esto ha aparecido en tu motor mientras tanto. Si no es tuyo, es del ejemplo, y se quita así:\n' +
      commands.map((command) => `  ${command}`).join('\n'),
  );
}

function exists(inspect: readonly string[], name: string): boolean {
  return quiet([...inspect, name]);
}

function quiet(args: readonly string[]): boolean {
  try {
    execFileSync('docker', args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
