/** Running each kind of check and counting it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CACHE, ROOT } from '../../src/config/paths.ts';
import { isInterrupted, runChild } from '../setup/child.ts';
import { type Progress, SetupError, step } from '../setup/progress.ts';
import { buildSite, isBuilt } from '../setup/site-build.ts';
import { proofOfSuite } from './reuse.ts';
import { type Suite, type VitestRun, vitestRuns } from './suites.ts';
import { add, countRun, failure, NOTHING, PASSED, type Tally, type VitestReport } from './tally.ts';

const STATIC_CHECKS: Record<string, { text: string; args: string[]; before?: string[] }> = {
  formato: {
    text: 'Formato y reglas del código (2 s)',
    args: ['node_modules/@biomejs/biome/bin/biome', 'check', '.'],
  },
  tipos: {
    text: 'Tipos de TypeScript (10 s)',
    // Astro writes the types of the content; a fresh clone has none yet.
    before: ['node_modules/astro/bin/astro.mjs', 'sync'],
    args: ['node_modules/typescript/bin/tsc', '--noEmit'],
  },
};

/** Checks the code without running it; each tool counts as one test. */
export async function runStatic(suites: readonly Suite[], progress: Progress): Promise<Tally> {
  let tally = NOTHING;
  for (const { name } of suites) {
    const check = STATIC_CHECKS[name];
    if (!check || isInterrupted()) continue;
    const { code, output } = await step(progress, check.text, async () => {
      if (check.before) await runChild(process.execPath, check.before, { quiet: true });
      return runChild(process.execPath, check.args, { quiet: true });
    });
    if (code !== 0) progress(`${output.trimEnd()}\n  ✘ falló la suite «${name}»`);
    tally = add(tally, code === 0 ? PASSED : failure(`suite «${name}»`));
  }
  return tally;
}

/**
 * Runs suites of Vitest that share a stage.
 * @param options.reuses whether an earlier run of a whole suite may stand for a new one
 */
export async function runTests(
  suites: readonly Suite[],
  filter: string | undefined,
  env: Record<string, string>,
  { reuses = false, progress = () => {} }: { reuses?: boolean; progress?: Progress } = {},
): Promise<Tally> {
  let tally = NOTHING;
  const proofs = new Map(
    suites.flatMap((suite) => {
      const proof = filter ? undefined : proofOfSuite(suite, ROOT);
      return proof ? [[suite.name, proof] as const] : [];
    }),
  );
  const left: Suite[] = [];
  for (const suite of suites) {
    const earlier = reuses ? proofs.get(suite.name)?.earlier : undefined;
    if (!earlier) left.push(suite);
    else {
      const when = earlier.date.slice(0, 16).replace('T', ' ');
      progress(
        `· Se reutiliza la suite «${suite.name}»: ${earlier.passed} pruebas, con todo igual, del ${when} (UTC)`,
      );
      tally = add(tally, { ...NOTHING, passed: earlier.passed });
    }
  }
  for (const run of vitestRuns(left, filter, testFiles)) {
    if (isInterrupted()) break;
    const { tally: counted, report } = await runVitest(run, env);
    tally = add(tally, counted);
    for (const [name, { passed, failed, ms }] of Object.entries(report?.suites ?? {}))
      if (failed === 0 && passed > 0 && !report?.broken && !isInterrupted())
        proofs.get(name)?.proved(passed, ms);
  }
  return tally;
}

async function runVitest(
  { suites, files, name }: VitestRun,
  env: Record<string, string>,
): Promise<{ tally: Tally; report: VitestReport | undefined }> {
  const report = join(CACHE, `vitest-${suites.join('-')}.json`);
  mkdirSync(CACHE, { recursive: true });
  rmSync(report, { force: true });
  const args = [
    join(import.meta.dirname, 'run-vitest.ts'),
    `--report=${report}`,
    ...suites.map((suite) => `--project=${suite}`),
    ...(name ? [`--name=${name}`] : []),
    '--',
    ...files,
  ];
  const { code } = await runChild(process.execPath, args, { env });
  const counted = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as VitestReport) : undefined;
  return { tally: countRun(code, counted), report: counted };
}

function testFiles({ files }: Suite): string[] {
  const path = join(ROOT, files ?? '');
  if (!files || !existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [files];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return names.filter((file) => file.endsWith('.test.ts')).map((file) => relative(ROOT, join(path, file)));
}

/** Builds the site for production, in CI always and otherwise when its sources changed; counts as one test. */
export async function runBuild(progress: Progress): Promise<Tally> {
  try {
    if (!process.env.CI && isBuilt()) progress('· El sitio ya estaba construido con estas fuentes');
    else await buildSite(progress);
    return PASSED;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    progress(`${error.message}\n  ✘ falló la construcción: las pruebas del sitio no pueden ejecutarse`);
    return failure('construir el sitio');
  }
}
