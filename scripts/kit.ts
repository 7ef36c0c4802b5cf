/** `npm run kit`: puts the guide and its images in a folder, for a classroom without Internet. */
import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startEnvironment } from '../src/bench/environment.ts';
import { formatSize } from '../src/classroom/contents.ts';
import { chooseImages, makeKit } from '../src/classroom/make-kit.ts';
import { tar } from '../src/classroom/server-archive.ts';
import { parseHeaders } from '../src/config/headers.ts';
import { DIST } from '../src/config/paths.ts';
import { BASE } from '../src/config/project.ts';
import { formatDuration } from './setup/index.ts';
import { runMain } from './setup/main.ts';
import { buildSite, isBuilt } from './setup/site-build.ts';
import { withEngine } from './setup/with-engine.ts';

const HELP = `npm run kit -- [opciones]

Reúne en una carpeta la guía y las imágenes que usa, para llevarlas a un aula sin Internet: desde un
solo equipo, toda la clase lee la guía y descarga las imágenes. Su LEEME.md dice cómo, paso a paso.

  --salida carpeta        dónde dejarla (por omisión, kit-aula); si ya hay un kit, lo pone al día
  --imagenes nginx,redis  lleva solo esas (y las dos que necesita el kit: registry:2 y nginx:1.30)
  --archivo               además la junta en un archivo «carpeta.tar»
  --ayuda                 muestra este texto`;

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      salida: { type: 'string', default: 'kit-aula' },
      imagenes: { type: 'string', default: '' },
      archivo: { type: 'boolean', default: false },
      ayuda: { type: 'boolean', default: false },
    },
  });
  if (values.ayuda) {
    console.log(HELP);
    return;
  }
  await withEngine(() =>
    make(resolve(values.salida), values.imagenes.split(',').filter(Boolean), values.archivo),
  );
});

async function make(folder: string, names: readonly string[], archived: boolean): Promise<void> {
  const start = Date.now();
  const images = chooseImages(names);
  if (!isBuilt()) await buildSite(console.log);
  await using environment = await startEnvironment(console.log);
  const { contents, bytes } = await makeKit({
    folder,
    runId: environment.info.runId,
    images,
    site: { folder: DIST, base: BASE, headers: parseHeaders(readFileSync(join(DIST, '_headers'), 'utf8')) },
    onProgress: console.log,
  });
  if (archived) await archive(folder);
  if (contents.ownAuthorities && contents.images.some(({ origin }) => origin === 'equivalente')) {
    console.log(
      '\nAviso: este equipo confía en autoridades de certificación propias, y las imágenes construidas en él\n' +
        'también. Reparte el kit solo donde ya se confíe en ellas; LEEME.md lo explica.',
    );
  }
  console.log(
    `\n«${folder}»: ${formatSize(bytes)}, en ${formatDuration(Date.now() - start)}. Empieza por su LEEME.md.`,
  );
}

async function archive(folder: string): Promise<void> {
  const file = `${folder}.tar`;
  console.log('Juntándolo en un archivo…');
  await tar(['--create', '--file', file, '--directory', dirname(folder), basename(folder)]);
  console.log(`«${file}»: ${formatSize((await stat(file)).size)}`);
}
