import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IMAGES_DIR, MAIN_ENGINE, PREFIX } from '../config/paths.ts';
import { officialName, parseImageRef, tagOf } from '../examples/image-ref.ts';
import { OTHER_ENGINES, PART_RECIPES, RECIPES, type Recipe, TOOL_RECIPES } from './recipes.ts';

/** An image that we know how to make: one of the guide's, or one of our tools. */
export interface ImageEntry extends Recipe {
  /** Official name, such as `nginx`. */
  name: string;
  /** Official tag, such as `1.30`. */
  tag: string;
  /** `nginx:1.30`. */
  ref: string;
  /** Its name in the contributor's engine, such as `docker-a-prueba/nginx:1.30`. */
  localRef: string;
  /** Images it is built from, as written in its Dockerfile. */
  needs: string[];
}

/** Every image of the guide, in the order of `scripts/images/Dockerfile`. */
export const CATALOGUE: readonly ImageEntry[] = readPins(
  readFileSync(join(IMAGES_DIR, 'Dockerfile'), 'utf8'),
).map((ref) => toEntry(ref, RECIPES[ref] ?? RECIPES[parseImageRef(ref).name], ref));

/** The image on which all others stand. */
export const BASE_IMAGE: ImageEntry = required('debian:trixie-slim');

/** The image that runs the sandboxes, with the engine with which the guide is recorded. */
export const SANDBOX_TOOL: ImageEntry = toEntry('banco:trixie', TOOL_RECIPES.banco, 'banco');

/** The image that runs the hub. */
export const HUB_TOOL: ImageEntry = toEntry('hub:trixie', TOOL_RECIPES.hub, 'hub');

/** Our tools. Sandboxes never see them. */
export const TOOLS: readonly ImageEntry[] = [SANDBOX_TOOL, HUB_TOOL];

/** Images from which others take programs. */
export const PARTS: readonly ImageEntry[] = Object.entries(PART_RECIPES).map(([name, recipe]) =>
  toEntry(`${name}:trixie`, recipe, name),
);

/** Images of sandboxes by the name of their engine. */
export const ENGINES: Readonly<Record<string, ImageEntry>> = {
  [MAIN_ENGINE]: SANDBOX_TOOL,
  ...Object.fromEntries(
    Object.entries(OTHER_ENGINES).map(([name, recipe]) => [
      name,
      toEntry(`banco-${name}:trixie`, recipe, name),
    ]),
  ),
};

/** The references after each `FROM` of a Dockerfile. */
export function readPins(dockerfile: string): string[] {
  return [...dockerfile.matchAll(/^FROM\s+(\S+)/gm)].map((match) => String(match[1]));
}

/** Finds an image of the catalogue by reference, any of its tags included. */
export function findImage(ref: string): ImageEntry | undefined {
  const name = officialName(ref);
  const tag = tagOf(parseImageRef(ref));
  return CATALOGUE.find(
    (entry) => entry.name === name && tag !== undefined && [entry.tag, ...entry.aliases].includes(tag),
  );
}

function required(ref: string): ImageEntry {
  const entry = findImage(ref);
  if (entry) return entry;
  throw new Error(`En scripts/images/Dockerfile falta «${ref}», con la que se hacen las demás.`);
}

function toEntry(ref: string, recipe: Recipe | undefined, what: string): ImageEntry {
  if (!recipe) {
    throw new Error(
      `scripts/images/Dockerfile pide «${what}», pero src/images/recipes.ts no dice cómo hacerla. ` +
        'Añade su receta y su carpeta en scripts/images/.',
    );
  }
  const { name, tag = 'latest' } = parseImageRef(ref);
  const dockerfile = readFileSync(join(IMAGES_DIR, recipe.folder, 'Dockerfile'), 'utf8');
  const own = readPins(dockerfile).filter((base) => base.includes(':') && base !== ref);
  return { ...recipe, name, tag, ref, localRef: `${PREFIX}/${ref}`, needs: [...new Set(own)] };
}
