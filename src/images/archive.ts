import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { CACHE_LABEL, REGISTRY_VOLUME } from '../config/paths.ts';
import { spawnDocker } from '../engine/cli.ts';
import { fullDisk } from '../engine/trouble.ts';
import { Builder, type Progress } from './builder.ts';
import { CATALOGUE, HUB_TOOL, TOOLS } from './catalogue.ts';
import { collectGarbage, createStore } from './hub-store.ts';
import { type Imported, recipeHash, rememberImported } from './imported.ts';
import { hubAnswers } from './online.ts';

const TOOLS_FILE = 'herramientas.tar.zst';
const STORE_FILE = 'registro.tar.zst';
const INDEX_FILE = 'kit.json';

/** Command that runs `tar` on the hub's store, as in the container where the store is. */
function onStore(...args: string[]): string[] {
  return [
    ...['run', '--rm', '--interactive', '--network', 'none', '--label', CACHE_LABEL],
    ...[
      '--volume',
      `${REGISTRY_VOLUME}:/registro`,
      '--entrypoint',
      'tar',
      HUB_TOOL.localRef,
      '-C',
      '/registro',
      ...args,
    ],
  ];
}

/** Writes one file with all images, for machines without Docker Hub nor Debian. */
export async function exportKit(file: string, onProgress: Progress): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'docker-a-prueba-kit-'));
  try {
    onProgress('Guardando el registro…');
    await collectGarbage(HUB_TOOL.localRef);
    await compress(onStore('-c', 'blobs', 'repos'), join(folder, STORE_FILE));
    onProgress('Guardando el banco de pruebas y el hub…');
    await compress(['save', ...TOOLS.map((tool) => tool.localRef)], join(folder, TOOLS_FILE));
    await writeFile(join(folder, INDEX_FILE), JSON.stringify(await describe(), null, 2));
    await run('tar', ['-cf', file, '-C', folder, INDEX_FILE, STORE_FILE, TOOLS_FILE]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  onProgress(`${file}: ${((await stat(file)).size / 1e6).toFixed(0)} MB`);
}

/** Loads a file of {@link exportKit}. Its images serve until their recipes change. */
export async function importKit(file: string, onProgress: Progress): Promise<void> {
  await stat(file).catch(() => {
    throw new Error(`No existe el archivo «${file}».`);
  });
  const folder = await mkdtemp(join(tmpdir(), 'docker-a-prueba-kit-'));
  try {
    await run('tar', ['-xf', file, '-C', folder]).catch(() => {
      throw new Error(
        `«${file}» no es un kit hecho con «npm run imagenes -- --exportar», o está incompleto.`,
      );
    });
    const imported = JSON.parse(await readFile(join(folder, INDEX_FILE), 'utf8')) as Imported;
    if (imported.arch !== process.arch) {
      throw new Error(`El kit es para procesadores ${imported.arch} y este equipo es ${process.arch}.`);
    }
    onProgress('Cargando el banco de pruebas y el hub…');
    await decompress(join(folder, TOOLS_FILE), ['load']);
    onProgress('Cargando el registro…');
    await createStore();
    await decompress(join(folder, STORE_FILE), onStore('-x'));
    await rememberImported(imported);
    onProgress('Listo: las imágenes del kit se usarán tal cual, sin construir nada.');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function describe(): Promise<Imported> {
  const builder = new Builder({ online: await hubAnswers() });
  const images: Imported['images'] = {};
  for (const entry of [...CATALOGUE, ...TOOLS]) {
    images[entry.ref] = { fingerprint: await builder.fingerprint(entry), recipe: await recipeHash(entry) };
  }
  return { arch: process.arch, images };
}

async function compress(dockerArgs: readonly string[], file: string): Promise<void> {
  const child = spawnDocker(dockerArgs);
  await Promise.all([
    ended(child, 'docker'),
    pipeline(child.stdout, createZstdCompress(), createWriteStream(file)),
  ]);
}

async function decompress(file: string, dockerArgs: readonly string[]): Promise<void> {
  const child = spawnDocker(dockerArgs);
  child.stdout.resume();
  const results = await Promise.allSettled([
    // Who ends early closes the pipe: its own words tell why, not those of the pipe.
    ended(child, 'docker'),
    pipeline(createReadStream(file), createZstdDecompress(), child.stdin),
  ]);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

function run(file: string, args: readonly string[]): Promise<void> {
  return ended(spawn(file, args, { stdio: 'pipe' }), file);
}

function ended(child: ChildProcessWithoutNullStreams, name: string): Promise<void> {
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(
            new Error(`«${name}» salió con el código ${code}.\n${fullDisk(said) ?? said.trim()}`.trim()),
          ),
    );
  });
}
