/** Picks the file, or the region of a file, that a page asks for. */
import type { ExampleData } from '../examples/load-example.ts';

export type FoundFile = { code: string; language: string } | { problem: string; remedy: string };

/** Finds a file of an example and says what is wrong with the request. */
export function findFile(
  example: ExampleData | undefined,
  id: string,
  path: string,
  region: string | undefined,
): FoundFile {
  if (!example)
    return { problem: `no existe el ejemplo «${id}»`, remedy: `crea examples/${id}/sesion.console` };
  const file = example.files[path];
  if (!file) {
    const known = Object.keys(example.files).join(', ') || 'ninguno';
    return {
      problem: `el ejemplo «${id}» no tiene el archivo «${path}»`,
      remedy: `los que hay son: ${known}`,
    };
  }
  if (!region) return { code: file.code.trimEnd(), language: file.language };
  const part = file.regions[region];
  if (!part) {
    const known = Object.keys(file.regions).join(', ') || 'ninguna';
    return {
      problem: `examples/${id}/${path} no tiene la región «${region}»`,
      remedy: `las que hay son: ${known}`,
    };
  }
  return { code: part.code.trimEnd(), language: file.language };
}
