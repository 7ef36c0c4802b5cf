/** Draws the diagrams of src/diagrams/ and docs/diagramas/ whose source changed: `npm run diagramas`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { diagramPath } from '../src/drawing/committed.ts';
import { type DiagramFile, readDiagrams, staleDiagrams } from '../src/drawing/files.ts';
import { openCanvas, renderDiagram } from '../src/drawing/render.ts';
import { readArguments } from './setup/main.ts';
import { launchBrowser } from './site/browser.ts';

const HELP = `npm run diagramas [-- opciones] [tema/diagrama …]

Dibuja en SVG los diagramas cuyo texto cambió; con nombres, esos.

  --todos       dibuja todos
  --comprobar   no dibuja ninguno, y falla si alguno no está al día
  --ayuda       muestra este texto`;

const { values, positionals } = readArguments({
  options: {
    todos: { type: 'boolean', default: false },
    comprobar: { type: 'boolean', default: false },
    ayuda: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
if (values.ayuda) {
  console.log(HELP);
  process.exit();
}
const root = join(import.meta.dirname, '..');
const all = readDiagrams(root);
const stale = staleDiagrams(all);

if (values.comprobar) {
  for (const { message, remedy } of stale) console.error(`✗ ${message}\n  Cómo arreglarlo: ${remedy}`);
  console.log(`${all.length - stale.length} de ${all.length} diagramas al día`);
  process.exit(stale.length ? 1 : 0);
}

const chosen = choose(positionals);
if (chosen.length === 0) {
  console.log(`${all.length} diagramas, todos al día`);
} else {
  process.exitCode = await drawAll(chosen);
}

function choose(ids: string[]): DiagramFile[] {
  const unknown = ids.filter((id) => !all.some((file) => file.id === id));
  if (unknown.length) {
    console.error(`✗ No existe ${unknown.map((id) => `${diagramPath(id)}.mmd`).join(', ')}`);
    console.error(
      `  Cómo arreglarlo: los que hay son: ${all.map((file) => file.id).join(', ') || 'ninguno'}`,
    );
    process.exit(1);
  }
  if (ids.length) return all.filter((file) => ids.includes(file.id));
  if (values.todos) return all;
  return all.filter((file) => stale.some(({ id }) => id === file.id));
}

async function drawAll(files: DiagramFile[]): Promise<number> {
  const browser = await launchBrowser();
  let failed = 0;
  try {
    const page = await openCanvas(browser);
    for (const { id, source } of files) {
      const start = performance.now();
      try {
        const svg = await renderDiagram(page, id, source);
        writeFileSync(join(root, `${diagramPath(id)}.svg`), svg);
        const kilobytes = (brotliCompressSync(svg).length / 1000).toFixed(1).replace('.', ',');
        console.log(`✓ ${id}: ${kilobytes} kB comprimido, ${Math.round(performance.now() - start)} ms`);
      } catch (error) {
        failed++;
        console.error(`✗ ${(error as Error).message}`);
      }
    }
  } finally {
    await browser.close();
  }
  return failed ? 1 : 0;
}
