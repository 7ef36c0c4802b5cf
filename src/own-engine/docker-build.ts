/** `docker build` on the reader's own engine: its context, its recipe and the name of what it makes. */
import { checkInside } from './docker-run.ts';
import { readOptions } from './options.ts';
import { Refusal } from './refusal.ts';
import type { State } from './state.ts';

/** Lines of a recipe that ask for more than a build of one's own, or run something downloaded as the builder. */
const REFUSED: [RegExp, string][] = [
  [/\b(?:syntax|check|escape)\s*["']?\s*[=:]/i, 'cambia el intérprete de la receta'],
  [/--security\b|--network\b/i, 'pide más permisos al construir'],
  [/--mount\b/i, 'monta algo al construir'],
  [/^\s*(?:ADD|ONBUILD)\b/im, 'usa ADD u ONBUILD'],
  [/<</, 'lleva un documento en línea'],
];

/** @throws Refusal when the build reads outside of the folder or makes what it should not */
export function checkBuild(args: string[], state: State): void {
  const { values, rest } = readOptions(args, {
    '-q,--quiet': '',
    '--no-cache': '',
    '*-t,--tag': /./,
    '-f,--file': /./,
    '--progress': /^(?:plain|quiet|auto)$/,
    '*--build-arg': /^[A-Za-z_]\w*=/,
    '--target': /^[\w.-]+$/,
  });
  const [context, ...more] = rest;
  if (!context || more.length > 0 || !/^\.(?:$|\/)/.test(context))
    throw new Refusal(`construye con «${rest.join(' ')}», que no es la carpeta del ejemplo ni está en ella`);
  const tags = values.get('-t') ?? [];
  if (tags.length === 0) throw new Refusal('construye una imagen sin nombre (-t)');
  checkContext(context, values.get('-f')?.[0], state);
  for (const tag of tags) state.make('images', tag);
}

/** The recipe of a context, and the images that it starts from. */
export function checkContext(context: string, file: string | undefined, state: State): void {
  const folder = state.folder.existing(context);
  if (state.folder.isLent(folder))
    throw new Refusal(`construye con «${context}», en la que escribió un contenedor`);
  const recipe = state.folder.text(file ?? (folder === '.' ? 'Dockerfile' : `${folder}/Dockerfile`));
  checkInside([recipe]);
  for (const [pattern, reason] of REFUSED)
    if (pattern.test(recipe.replace(/\\\r?\n/g, '')))
      throw new Refusal(`construye con una receta que ${reason}`);
  for (const [, image] of recipe.matchAll(/^\s*FROM\s+(?:--platform=\S+\s+)?(\S+)/gim)) {
    const stage = new RegExp(`\\bAS\\s+${image?.replace(/[^\w]/g, '\\$&')}\\s*$`, 'im').test(recipe);
    if (image !== 'scratch' && !stage) state.useImage(image as string);
  }
}
