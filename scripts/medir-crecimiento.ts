/** `npm run medir:crecimiento`: what building a guide three times as large takes, and what its pages weigh. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CACHE, ROOT } from '../src/config/paths.ts';
import { readCorpus } from '../src/guide/corpus.ts';
import { writeAllPassed } from './growth/all-passed.ts';
import { growGuide } from './growth/copy-guide.ts';
import { runChild } from './setup/child.ts';
import { runMain } from './setup/main.ts';
import { SetupError } from './setup/progress.ts';
import { excerpt } from './setup/site-build.ts';
import { budgetOf } from './site/budgets.ts';
import { readBuiltPages, weigh } from './site/dist.ts';

const SIZE = { pages: 150, examples: 260, claims: 460 };
const BAR_SECONDS = 20;
const HEAVIEST = 12;
const COPIED = [
  'src',
  'examples',
  'public',
  'tests/claims',
  'mutantes',
  'astro.config.mjs',
  'ec.config.mjs',
  'tsconfig.json',
  'package.json',
];

const HELP = `npm run medir:crecimiento: construye una guía de ${SIZE.pages} páginas, ${SIZE.examples} ejemplos y ${SIZE.claims} afirmaciones, hecha con copias de las de hoy, y dice cuánto tarda y cuánto pesan sus páginas.

  --conservar   deja la guía crecida y su sitio en .cache/
  --perfil      guarda además el perfil de la CPU de la construcción (.cpuprofile), que abre Chromium
  --ayuda       muestra esto`;

await runMain(async () => {
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({ options: { conservar: flag, perfil: flag, ayuda: flag } });
  if (values.ayuda) {
    console.log(HELP);
    return;
  }
  mkdirSync(CACHE, { recursive: true });
  // Inside the project, so that what is copied finds its node_modules.
  const root = mkdtempSync(join(CACHE, 'crecimiento-'));
  try {
    for (const path of COPIED) cpSync(join(ROOT, path), join(root, path), { recursive: true });
    growGuide(root, SIZE);
    const corpus = readCorpus(root);
    writeAllPassed(root, corpus);
    console.log(
      `${corpus.pages.length} páginas, ${corpus.examples.length} ejemplos y ${corpus.claims.length} afirmaciones`,
    );
    const { seconds, cpu } = await build(root, values.perfil);
    const late = seconds > BAR_SECONDS;
    console.log(
      `${late ? '✗' : '✓'} Construirla: ${comma(seconds)} s (tope: ${BAR_SECONDS} s con el equipo libre)${cpu ? `, ${comma(cpu)} s de CPU` : ''}`,
    );
    const heavy = weighPages(join(root, 'dist'));
    if (late || heavy) process.exitCode = 1;
  } finally {
    if (values.conservar || values.perfil) console.log(`Queda en ${root}`);
    else rmSync(root, { recursive: true });
  }
});

/** Seconds that the build takes, and those of work that it gives to the processors: of a busy machine, only these say something. */
async function build(root: string, profile: boolean): Promise<{ seconds: number; cpu: number }> {
  const astro = join(ROOT, 'node_modules/astro/bin/astro.mjs');
  const profiling = profile ? ['--cpu-prof', `--cpu-prof-dir=${root}`] : [];
  const [from, cpuBefore] = [performance.now(), childrenCpu()];
  const { code, output } = await runChild(process.execPath, [...profiling, astro, 'build'], {
    cwd: root,
    // Measured, not published: a copy has no results.
    env: { DAP_PERMITIR_FALLOS: '1', ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    quiet: true,
  });
  if (code !== 0) throw new SetupError(`La guía crecida no se construye:\n\n${excerpt(output)}`);
  return { seconds: (performance.now() - from) / 1000, cpu: childrenCpu() - cpuBefore };
}

/** Processor seconds of all that ran under us and has ended; 0 where the system does not say. */
function childrenCpu(): number {
  const file = '/proc/self/stat';
  if (!existsSync(file)) return 0;
  // After the name, in brackets, `cutime` and `cstime` are the 14th and 15th; a tick is 1/100 s on every Linux of today.
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** Prints the heaviest pages beside their budgets; whether any is over its own. */
function weighPages(dist: string): boolean {
  const weights = readBuiltPages(dist)
    .map((page) => ({ ...weigh(dist, page), budget: budgetOf(page.html) }))
    .sort((a, b) => b.bytes / b.budget - a.bytes / a.budget);
  const over = weights.filter(({ bytes, budget }) => bytes > budget);
  console.log(
    `${over.length > 0 ? '✗' : '✓'} Páginas por encima de su presupuesto: ${over.length} de ${weights.length}. Las que más se acercan:`,
  );
  for (const { path, bytes, budget } of weights.slice(0, Math.max(HEAVIEST, over.length)))
    console.log(`  ${comma(bytes / 1000).padStart(6)} de ${budget / 1000} kB  ${path}`);
  return over.length > 0;
}

function comma(number: number): string {
  return number.toFixed(1).replace('.', ',');
}
