/** `npm start`: builds the site when its sources changed and serves it. Needs neither Docker nor a browser. */
import { parseArgs } from 'node:util';
import { DIST } from '../src/config/paths.ts';
import { BASE } from '../src/config/project.ts';
import { runMain } from './setup/main.ts';
import { SetupError } from './setup/progress.ts';
import { serveSite } from './setup/server.ts';
import { buildSite, isBuilt } from './setup/site-build.ts';

const HELP = `npm start: construye el sitio si sus fuentes cambiaron y lo sirve en este equipo.

  npm start -- --puerto 8080   empieza a buscar un puerto libre por el 8080 (por omisión, el 4321)
  npm start -- --construir     lo construye aunque nada haya cambiado
  npm start -- --ayuda         muestra esto

Para escribir páginas y verlas cambiar al guardar: npm run dev`;

await runMain(async () => {
  const options = readOptions();
  if (options.ayuda) {
    console.log(HELP);
    return;
  }
  if (options.construir || !isBuilt()) await buildSite(console.log);
  const server = await serveSite({ root: DIST, base: BASE, port: options.port });
  console.log(`\n  La guía está en ${server.url}\n  Ctrl-C la detiene.\n`);
  await stopRequest();
  await server.close();
});

function readOptions() {
  const { values } = parseArgs({
    options: {
      puerto: { type: 'string', default: '4321' },
      construir: { type: 'boolean', default: false },
      ayuda: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.puerto);
  if (!Number.isInteger(port) || port < 0 || port > 65_485) {
    throw new SetupError(
      `«${values.puerto}» no es un puerto.\n  Cómo arreglarlo: npm start -- --puerto 4321`,
    );
  }
  return { ...values, port };
}

/** Waits for Ctrl-C or for whoever supervises us to ask for the end. */
function stopRequest(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}
