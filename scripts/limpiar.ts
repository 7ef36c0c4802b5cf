/** `npm run limpiar`: removes everything that the guide's tests left in the engine. */
import { parseArgs } from 'node:util';
import { tryDockerCli } from '../src/engine/cli.ts';
import { findObjects, removeObjects } from '../src/engine/leftovers.ts';
import { SetupError } from './setup/index.ts';
import { runMain } from './setup/main.ts';

const HELP = `npm run limpiar -- [opciones]

Quita del motor de Docker todo lo que crearon las pruebas de la guía: contenedores, redes,
volúmenes e imágenes con la etiqueta «docker-a-prueba». Lo demás no se toca.

  --ver    solo dice qué hay
  --ayuda  muestra este texto`;

await runMain(async () => {
  const { values } = parseArgs({ options: { ver: { type: 'boolean' }, ayuda: { type: 'boolean' } } });
  if (values.ayuda) return console.log(HELP);
  // Not installed or started for this: what is there to clean is in the one that the rest was done with.
  if ((await tryDockerCli(['version'])) === undefined) {
    throw new SetupError(
      'El motor de Docker no responde, y sin él no se sabe qué dejaron en él las pruebas.\n' +
        '  Cómo arreglarlo: ponlo en marcha y repite la orden; «npm run doctor» dice qué le pasa.',
    );
  }
  await clean(values.ver ?? false);
});

async function clean(onlyLook: boolean): Promise<void> {
  const objects = await findObjects();
  if (objects.length === 0) {
    console.log('No hay nada nuestro en el motor.');
    await tellBuildCache();
    return;
  }
  for (const { kind, name } of objects) console.log(`${kind.padEnd(10)} ${name}`);
  if (onlyLook) {
    console.log(`${objects.length} objetos. Para quitarlos: npm run limpiar`);
    return;
  }
  const kept = await removeObjects(objects);
  console.log(`Se quitaron ${objects.length - kept.length} de ${objects.length}.`);
  for (const { kind, name, reason } of kept) console.log(`Queda ${kind} ${name}: ${reason}`);
  if (kept.length > 0) process.exitCode = 1;
  await tellBuildCache();
}

/** The engine does not say whose its build cache is: we leave it, and say so. */
async function tellBuildCache(): Promise<void> {
  const rows = (await tryDockerCli(['system', 'df', '--format', '{{.Type}}: {{.Size}}'])) ?? '';
  const size = rows
    .split('\n')
    .find((row) => row.startsWith('Build Cache: '))
    ?.slice('Build Cache: '.length);
  if (!size || size === '0B') return;
  console.log(
    `La caché de construcción del motor ocupa ${size}, y guarda juntos pasos de nuestras imágenes y de las tuyas: ` +
      'no se toca. Si quieres vaciarla: docker builder prune',
  );
}
