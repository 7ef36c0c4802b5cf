/** Building the site only when something it is made of has changed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { readVariable, SITE_VARIABLES } from '../../src/config/env.ts';
import { CACHE, DIST, ROOT } from '../../src/config/paths.ts';
import { filesBelow } from '../../src/machine/files-below.ts';
import { RESULTS_FOLDER } from '../../src/results/results.ts';
import { runChild } from './child.ts';
import { type Progress, SetupError, step } from './progress.ts';

const INPUTS = [
  'src',
  'examples',
  'public',
  'tests/claims',
  'mutantes/resultados',
  'astro.config.mjs',
  'ec.config.mjs',
  '.vscode/extensions',
  'tsconfig.json',
  'package-lock.json',
  RESULTS_FOLDER,
];

// Inside dist/: every build starts by emptying it, so that a build that fails leaves no mark.
const MARK = join(DIST, '.huella');
const LOG = join(CACHE, 'construir.log');
const EXCERPT_LINES = 20;

/** Fingerprint of everything that the site is made of. */
export function inputsHash(root: string = ROOT): string {
  const hash = createHash('sha256');
  for (const name of SITE_VARIABLES) hash.update(`${name}=${readVariable(name) ?? ''}\n`);
  for (const file of INPUTS.flatMap((input) => filesBelow(join(root, input)))) {
    const content = readFileSync(file);
    hash.update(`${relative(root, file)} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/** Whether dist/ is what a build would leave now. */
export function isBuilt(): boolean {
  return existsSync(MARK) && readFileSync(MARK, 'utf8') === inputsHash();
}

/**
 * Builds the site for production and remembers from what.
 * @throws SetupError with what Astro said when it fails
 */
export async function buildSite(progress: Progress): Promise<void> {
  const hash = inputsHash();
  const astro = join(ROOT, 'node_modules/astro/bin/astro.mjs');
  await step(progress, 'Construyo el sitio en dist/ (unos 10 s)', async () => {
    // Failed or missing proofs block what is published, not what is looked at here: the pages themselves say it.
    const env = { DAP_PERMITIR_FALLOS: '1', ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
    const { code, output } = await runChild(process.execPath, [astro, 'build', '--root', ROOT], {
      env,
      quiet: true,
    });
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(LOG, output);
    if (code !== 0)
      throw new SetupError(
        `El sitio no se construye:\n\n${excerpt(output)}\n\nTodo lo que dijo Astro: ${LOG}`,
      );
  });
  writeFileSync(MARK, hash);
}

/** What matters of a failed build: from the first error on, without the lines of our own dependencies. */
export function excerpt(output: string): string {
  const lines = stripVTControlCharacters(output).trimEnd().split('\n');
  const firstError = lines.findIndex((line) => line.includes('[ERROR]'));
  // Without a line marked as such, the error is what follows the last line of the log.
  const lastLog = lines.findLastIndex((line) => /^\d\d:\d\d:\d\d /.test(line));
  const isTrace = (line: string) => /^\s+(at |Stack trace:)/.test(line);
  return lines
    .slice(firstError === -1 ? lastLog + 1 : firstError)
    .filter((line) => !isTrace(line))
    .slice(0, EXCERPT_LINES)
    .join('\n');
}
