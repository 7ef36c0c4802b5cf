/** `npm run imagenes`: builds, lists, exports and imports the images of the guide. */
import { parseArgs } from 'node:util';
import { prepareImages, readImageStatus } from '../src/bench/environment.ts';
import { tryDockerCli } from '../src/engine/cli.ts';
import { exportKit, importKit } from '../src/images/archive.ts';
import { CATALOGUE, findImage, type ImageEntry, TOOLS } from '../src/images/catalogue.ts';
import { hubAnswers } from '../src/images/online.ts';
import { installsOf } from '../src/images/packages.ts';
import { closureKey, queryVersions } from '../src/images/versions.ts';
import { runMain } from './setup/main.ts';
import { withEngine } from './setup/with-engine.ts';

const HELP = `npm run imagenes -- [opciones]

Prepara las imágenes con las que se prueba la guía. Donde responde Docker Hub son las oficiales;
donde no, se construyen equivalentes a partir de paquetes de Debian. Solo se rehace lo que cambió.

  --listar            dice qué imágenes hay, de dónde salen y cuánto ocupan, sin construir nada
  --paquetes nginx    dice qué paquetes de Debian tiene una imagen (o el banco), con sus versiones
  --solo nginx,redis  prepara solo esas
  --exportar kit.tar  guarda todo en un archivo para llevarlo a otro equipo
  --importar kit.tar  carga un archivo hecho con --exportar
  --ayuda             muestra este texto`;

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      listar: { type: 'boolean' },
      paquetes: { type: 'string' },
      solo: { type: 'string' },
      exportar: { type: 'string' },
      importar: { type: 'string' },
      ayuda: { type: 'boolean' },
    },
  });
  if (values.ayuda) return console.log(HELP);
  await withEngine(async () => {
    if (values.listar) return list();
    if (values.paquetes) return listPackages(values.paquetes);
    if (values.importar) return importKit(values.importar, console.log);
    await build(values.solo);
    if (values.exportar) await exportKit(values.exportar, console.log);
  });
});

async function build(only: string | undefined): Promise<void> {
  const start = performance.now();
  const entries = only?.split(',').map((name) => findEntry(name, CATALOGUE));
  if (await hubAnswers()) console.log('Docker Hub responde: las imágenes de la guía serán las oficiales.');
  await prepareImages({ entries, refresh: true, onProgress: console.log });
  console.log(`Todo listo en ${((performance.now() - start) / 1000).toFixed(0)} s.`);
}

function findEntry(name: string, among: readonly ImageEntry[]): ImageEntry {
  const entry = among.find((candidate) => candidate.name === name) ?? findImage(name);
  if (entry) return entry;
  throw new Error(`No hay ninguna imagen «${name}». Hay: ${among.map(({ ref }) => ref).join(', ')}.`);
}

/** Those that are in the image and, of one that keeps no list of them (busybox), those that it was made with. */
async function listPackages(name: string): Promise<void> {
  const entry = findEntry(name, [...CATALOGUE, ...TOOLS]);
  const query = ['--entrypoint', 'dpkg-query', entry.localRef, '--show'];
  const there = await tryDockerCli(['run', '--rm', '--network', 'none', ...query]);
  const known = entry.folder === 'debian' ? {} : await queryVersions([entry], 'any');
  console.log(
    there ?? (known[closureKey(installsOf(entry))] ?? '').replaceAll(' ', '\n').replaceAll('=', '\t'),
  );
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
