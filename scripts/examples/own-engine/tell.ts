/** What the reader is told before and after. */
import type { Example } from '../../../src/examples/catalog.ts';
import type { OwnEnginePlan } from '../../../src/own-engine/plan.ts';
import { newSince, type Snapshot } from '../engine-snapshot.ts';

/** Says what the example will create, download and publish, and every command that it will run. */
export function announce({ session }: Example, plan: OwnEnginePlan): void {
  console.log(`«${session.title}» se ejecutará en tu propio Docker. Creará, y borrará al terminar:`);
  const kinds = [
    ['contenedores', plan.containers],
    ['redes', plan.networks],
    ['volúmenes', plan.volumes],
    ['imágenes', plan.images],
    ['proyectos de Compose, con sus contenedores, redes y volúmenes', plan.projects],
  ] as const;
  for (const [label, names] of kinds) if (names.length > 0) console.log(`  ${label}: ${names.join(', ')}`);
  if (plan.downloads.length > 0)
    console.log(
      `Descargará, si no las tienes, y dejará en tu equipo:\n  imágenes: ${plan.downloads.join(', ')}`,
    );
  if (plan.ports.length > 0)
    console.log(`Mientras dure, publicará en tu equipo los puertos:\n  ${plan.ports.join(', ')}`);
  console.log('Estas son las órdenes:');
  for (const { directives, edit, commands } of session.steps) {
    if (directives.waitFor) console.log(`  $ ${directives.waitFor}    (hasta que salga bien)`);
    if (edit) console.log(`  (cambia ${edit.file} en una copia de la carpeta)`);
    for (const { text } of commands) console.log(`  $ ${text.split('\n').join('\n  > ')}`);
  }
}

/** Shows what is left, each with the command that removes it: what we cannot know to be the example's is not ours to remove. */
export function tellWhatStays(
  plan: OwnEnginePlan,
  before: Snapshot,
  now: Snapshot,
  unrestored: string[],
): void {
  const come = newSince(before, now, []);
  const isDownload = (command: string) => plan.downloads.some((ref) => command === `docker image rm ${ref}`);
  tell('Las imágenes que ha descargado se quedan. Si no las quieres:', come.filter(isDownload));
  tell(
    'Esto ha aparecido en tu motor mientras tanto y no se ha podido quitar. Si no es tuyo, es del ejemplo, y se quita así:',
    come.filter((command) => !isDownload(command)),
  );
  tell('Estas imágenes tuyas perdieron su nombre y no se lo hemos podido devolver:', unrestored);
}

function tell(what: string, commands: string[]): void {
  if (commands.length > 0) console.log(`${what}\n${commands.map((command) => `  ${command}`).join('\n')}`);
}
