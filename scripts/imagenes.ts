/** `npm run imagenes`: builds, lists, exports and imports the images of the guide. */
import { parseArgs } from 'node:util';
import { prepareImages, readImageStatus } from '../src/sandbox/environment.ts';
import { CATALOGUE, findImage } from '../src/sandbox/images/catalogue.ts';
import { exportKit, importKit } from '../src/sandbox/images/kit.ts';
import { hubAnswers } from '../src/sandbox/images/online.ts';
import { runMain } from './setup/main.ts';
import { withEngine } from './setup/with-engine.ts';

const HELP = `npm run imagenes -- [opciones]

Prepara las imágenes con las que se prueba la guía. Donde responde Docker Hub son las oficiales;
donde no, se construyen equivalentes a partir de paquetes de Debian. Solo se rehace lo que cambió.

  --listar            dice qué imágenes hay, de dónde salen y cuánto ocupan, sin construir nada
  --solo nginx,redis  prepara solo esas
  --exportar kit.tar  guarda todo en un archivo para llevarlo a otro equipo
  --importar kit.tar  carga un archivo hecho con --exportar
  --ayuda             muestra este texto`;

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      listar: { type: 'boolean' },
      solo: { type: 'string' },
      exportar: { type: 'string' },
      importar: { type: 'string' },
      ayuda: { type: 'boolean' },
    },
  });
  if (values.ayuda) return console.log(HELP);
  await withEngine(async () => {
    if (values.listar) return list();
    if (values.importar) return importKit(values.importar, console.log);
    await build(values.solo);
    if (values.exportar) await exportKit(values.exportar, console.log);
  });
});

async function build(only: string | undefined): Promise<void> {
  const start = performance.now();
  const entries = only?.split(',').map((name) => {
    const entry = CATALOGUE.find((candidate) => candidate.name === name) ?? findImage(name);
    if (!entry) {
      throw new Error(`No hay ninguna imagen «${name}». Hay: ${CATALOGUE.map(({ ref }) => ref).join(', ')}.`);
    }
    return entry;
  });
  if (await hubAnswers()) console.log('Docker Hub responde: las imágenes de la guía serán las oficiales.');
  await prepareImages({ entries, refresh: true, onProgress: console.log });
  console.log(`Todo listo en ${((performance.now() - start) / 1000).toFixed(0)} s.`);
}

async function list(): Promise<void> {
  const status = await readImageStatus();
  const rows = CATALOGUE.map((entry) => {
    const record = status[`library/${entry.name}:${entry.tag}`];
    const origin = record ? (record.origin === 'docker-hub' ? 'Docker Hub' : 'equivalente') : 'falta';
    return [entry.ref, origin, record?.size ? megabytes(record.size) : '', record?.digest.slice(0, 19) ?? ''];
  });
  const table = [['IMAGEN', 'ORIGEN', 'TAMAÑO', 'DIGEST'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
