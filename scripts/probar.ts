/** `npm test`: sets up what is missing and runs every check, in order, to the end; the last line counts them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isInterrupted } from './setup/child.ts';
import { ensureImageSource } from './setup/images.ts';
import { ensureBrowser, ensureEngine, formatDuration, SetupError } from './setup/index.ts';
import { runMain } from './setup/main.ts';
import { CACHE, ROOT } from './setup/paths.ts';
import { runBuild, runStatic, runTests } from './testing/stages.ts';
import { chooseSuites, needs, SUITES, type Suite } from './testing/suites.ts';
import { add, closingLine, type Tally } from './testing/tally.ts';

// What a changed example, claim or page can break, short of building the site.
const QUICK = 'unit,ejemplos,afirmaciones';

const HELP = `npm test: prepara lo que falte (motor de Docker, navegador) y lo comprueba todo.

  npm test -- redes/dns               solo las pruebas cuyo archivo o nombre contiene ese texto
  npm test -- --solo unit,ejemplos    solo esas suites
  npm test -- --cambiados             piezas sueltas, y los ejemplos y afirmaciones que afecta lo que has cambiado
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
      ayuda: { type: 'boolean', default: false },
    },
  });
  if (values.ayuda) {
    console.log(HELP);
    return;
  }
  process.chdir(ROOT);
  const filter = positionals.length > 0 ? positionals.join(' ') : undefined;
  const suites = choose(values.solo ?? (values.cambiados ? QUICK : undefined), filter);
  const start = Date.now();
  const tally = await runAll(suites, filter, values.cambiados ? { DAP_CAMBIADOS: '1' } : {});
  const found = complain(tally, filter);
  const skipped = found.skipped > 0 ? ` · ${found.skipped} sin ejecutar` : '';
  const state = isInterrupted() ? 'Interrumpido tras' : 'En total';
  console.log(`\n${state} ${formatDuration(Date.now() - start)}${skipped}`);
  if (found.failed > 0 || isInterrupted()) process.exitCode = isInterrupted() ? 130 : 1;
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(join(CACHE, 'total.txt'), `${closingLine(found)}\n`);
  console.log(closingLine(found));
});

function choose(only: string | undefined, filter: string | undefined): Suite[] {
  try {
    return chooseSuites(only, filter !== undefined);
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
  for (const stage of ['este equipo', 'motor'] as const)
    tally = add(tally, await runTests(at(stage), filter, env));
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
  return { ...tally, failed: 1 };
}
