/** `npm run medir:crecimiento`: what building a guide three times as large takes, and what its pages weigh. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
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
    const seconds = await build(root, values.perfil);
    const late = seconds > BAR_SECONDS;
    console.log(`${late ? '✗' : '✓'} Construirla: ${comma(seconds)} s (tope: ${BAR_SECONDS} s)`);
    const heavy = weighPages(join(root, 'dist'));
    if (late || heavy) process.exitCode = 1;
  } finally {
    if (values.conservar || values.perfil) console.log(`Queda en ${root}`);
    else rmSync(root, { recursive: true });
  }
});

/** Seconds that the build takes. */
async function build(root: string, profile: boolean): Promise<number> {
  const astro = join(ROOT, 'node_modules/astro/bin/astro.mjs');
  const profiling = profile ? ['--cpu-prof', `--cpu-prof-dir=${root}`] : [];
  const from = performance.now();
  const { code, output } = await runChild(process.execPath, [...profiling, astro, 'build'], {
    cwd: root,
    env: { ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    quiet: true,
  });
  if (code !== 0) throw new SetupError(`La guía crecida no se construye:\n\n${excerpt(output)}`);
  return (performance.now() - from) / 1000;
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
