/** `npm test`: sets up what is missing and runs every check, in order, to the end; the last line counts them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CACHE, ROOT } from '../src/config/paths.ts';
import { ENGINE_VARIABLE, sandboxWith } from '../src/images/engines.ts';
import { readPart } from '../src/proof/parts.ts';
import { isInterrupted } from './setup/child.ts';
import { ensureImageSource } from './setup/images.ts';
import { ensureBrowser, ensureEngine, formatDuration, SetupError } from './setup/index.ts';
import { runMain } from './setup/main.ts';
import { Canary } from './testing/canary.ts';
import { runBuild, runStatic, runTests } from './testing/stages.ts';
import { chooseSuites, needs, SUITES, type Suite } from './testing/suites.ts';
import { add, closingLine, failure, listFailures, type Tally } from './testing/tally.ts';

// What a changed example, claim or page can break, short of building the site.
const QUICK = 'unit,ejemplos,afirmaciones,ejercicios';
// What depends on the version of the engine, and what can be cut into parts.
const COMPARED = 'ejemplos,afirmaciones,ejercicios';

const HELP = `npm test: prepara lo que falte (motor de Docker, navegador) y lo comprueba todo.

  npm test -- redes/publicar          solo las pruebas cuyo archivo o nombre contiene ese texto
  npm test -- --solo unit,ejemplos    solo esas suites
  npm test -- --cambiados             piezas sueltas, y los ejemplos y afirmaciones que afecta lo que has cambiado
  npm test -- --motor 28              compara lo grabado con otro motor: 28, 29-overlay2 (el
                                      almacén de antes) o estable (el de Debian estable)
  npm test -- --parte 2/6             la segunda de seis partes de los ejemplos y las afirmaciones
  npm test -- --sin-reusar            repite también lo que ya se probó en este equipo con todo igual
  npm test -- --ayuda                 muestra esto

Suites, en el orden en que se ejecutan:
${SUITES.map(({ name, about }) => `  ${name.padEnd(14)}${about}`).join('\n')}

La última línea dice «N passed, N failed»; el código de salida es 0 solo si nada falló.`;

await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      solo: { type: 'string' },
      cambiados: { type: 'boolean', default: false },
      motor: { type: 'string' },
      parte: { type: 'string' },
      'sin-reusar': { type: 'boolean', default: false },
      ayuda: { type: 'boolean', default: false },
    },
  });
  if (values.ayuda) {
    console.log(HELP);
    return;
  }
  process.chdir(ROOT);
  const filter = positionals.length > 0 ? positionals.join(' ') : undefined;
  const only =
    values.solo ?? (values.motor || values.parte ? COMPARED : values.cambiados ? QUICK : undefined);
  const suites = asSetupError(() => chooseSuites(only, filter !== undefined));
  const env: Record<string, string> = {};
  if (values.cambiados) env.DAP_CAMBIADOS = '1';
  if (values['sin-reusar']) env.DAP_SIN_REUSAR = '1';
  if (values.parte) {
    asSetupError(() => readPart(values.parte));
    env.DAP_PARTE = values.parte;
  }
  if (values.motor) {
    asSetupError(() => sandboxWith(values.motor as string));
    env[ENGINE_VARIABLE] = values.motor;
  }
  const start = Date.now();
  const tally = await runAll(suites, filter, env);
  // What is affected by no change is left out, whatever its name.
  const found = values.cambiados ? tally : complain(tally, filter);
  const skipped = found.skipped > 0 ? ` · ${found.skipped} sin ejecutar` : '';
  const state = isInterrupted() ? 'Interrumpido tras' : 'En total';
  console.log(`\n${listFailures(found)}${state} ${formatDuration(Date.now() - start)}${skipped}`);
  if (values.motor && found.failed > 0) {
    console.log(
      'Lo que no coincide no es un error: el sitio dirá dónde sale todo igual y dónde algo distinto.',
    );
  }
  if (found.failed > 0 || isInterrupted()) process.exitCode = isInterrupted() ? 130 : 1;
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(join(CACHE, 'total.txt'), `${closingLine(found)}\n`);
  console.log(closingLine(found));
});

/** What is wrong with the options is told like any other problem of the set-up. */
function asSetupError<T>(check: () => T): T {
  try {
    return check();
  } catch (error) {
    throw new SetupError((error as Error).message);
  }
}

async function runAll(
  suites: Suite[],
  filter: string | undefined,
  env: Record<string, string>,
): Promise<Tally> {
  const at = (stage: Suite['stage']) => suites.filter((suite) => suite.stage === stage);
  if (needs(suites, 'engine')) {
    await ensureEngine(console.log);
    await ensureImageSource(console.log);
  }
  const browser = needs(suites, 'browser') ? { CHROME_PATH: await ensureBrowser(console.log) } : {};
  let tally = await runStatic(at('estático'), console.log);
  tally = add(tally, await runTests(at('este equipo'), filter, env));
  const canary = process.env.CI && needs(suites, 'engine') ? Canary.release() : undefined;
  const reuses = env.DAP_SIN_REUSAR !== '1';
  tally = add(tally, await runTests(at('motor'), filter, env, { reuses, progress: console.log }));
  if (canary) tally = add(tally, await canary.check(console.log));
  if (!needs(suites, 'build') || isInterrupted()) return tally;
  const build = await runBuild(console.log);
  tally = add(tally, build);
  return build.failed > 0 ? tally : add(tally, await runTests(at('sitio'), filter, { ...env, ...browser }));
}

/** A filter that finds nothing has proved nothing. */
function complain(tally: Tally, filter: string | undefined): Tally {
  if (!filter || isInterrupted() || tally.passed + tally.failed > 0) return tally;
  console.error(
    `\nNinguna prueba coincide con «${filter}».\n  Cómo arreglarlo: mira los nombres con npm test -- --ayuda.`,
  );
  return add(tally, failure(`ninguna prueba coincide con «${filter}»`));
}
