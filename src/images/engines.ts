import { readVariable, type Variable } from '../config/env.ts';
import { MAIN_ENGINE } from '../config/paths.ts';
import { ENGINES, type ImageEntry } from './catalogue.ts';

/** Environment variable with which `npm test -- --motor` tells its suites what engine sandboxes have. */
export const ENGINE_VARIABLE = 'DAP_MOTOR' satisfies Variable;

/** Name of the engine that the sandboxes of this process have. */
export function chosenEngine(): string {
  return readVariable(ENGINE_VARIABLE) || MAIN_ENGINE;
}

/**
 * The image of sandboxes with an engine.
 * @throws Error in Spanish when there is none of that name
 */
export function sandboxWith(engine: string): ImageEntry {
  const entry = ENGINES[engine];
  if (entry) return entry;
  throw new Error(
    `No hay ningún motor «${engine}».\n  Cómo arreglarlo: elige entre ${Object.keys(ENGINES).join(', ')}.`,
  );
}
