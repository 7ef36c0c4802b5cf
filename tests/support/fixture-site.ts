/** A small site of its own pages and examples, built as the guide is: with its components, plugins and configuration. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../../scripts/setup/child.ts';
import { excerpt } from '../../scripts/setup/site-build.ts';
import { CACHE, ROOT } from '../../src/config/paths.ts';

const DOCS = 'src/content/docs';
/** What the menu of every site names. */
const KEPT = ['404.mdx', 'verificacion.mdx'];
const COPIED = [
  'src',
  'public',
  'astro.config.mjs',
  'ec.config.mjs',
  'tsconfig.json',
  'package.json',
  '.vscode',
];

/**
 * Builds a site with the pages of a topic and some examples in place of the guide's.
 * @param fixture folder with `docs/` (pages of the topic, and their order) and `examples/`
 * @returns its root, whose `dist/` is the site; remove it when done
 */
export async function buildFixtureSite(fixture: string, topic: string): Promise<string> {
  mkdirSync(CACHE, { recursive: true });
  // Inside the project, so that what is copied finds its node_modules.
  const root = mkdtempSync(join(CACHE, 'muestra-'));
  for (const path of COPIED) cpSync(join(ROOT, path), join(root, path), { recursive: true });
  rmSync(join(root, DOCS), { recursive: true });
  for (const page of KEPT) cpSync(join(ROOT, DOCS, page), join(root, DOCS, page));
  cpSync(join(fixture, 'docs'), join(root, DOCS, topic), { recursive: true });
  cpSync(join(fixture, 'examples'), join(root, 'examples'), { recursive: true });
  const astro = join(ROOT, 'node_modules/astro/bin/astro.mjs');
  const env = { DAP_PERMITIR_FALLOS: '1', ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
  const { code, output } = await runChild(process.execPath, [astro, 'build'], {
    cwd: root,
    env,
    quiet: true,
  });
  if (code === 0) return root;
  rmSync(root, { recursive: true });
  throw new Error(`El sitio de muestra no se construye:\n${excerpt(output)}`);
}
