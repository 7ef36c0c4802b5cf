/** Paths of the host that a session may name: below its folder, and known. */
import { Refusal } from './refusal.ts';

/** What there is in the session's folder, as far as it is known. */
export class Folder {
  /** Text of each file, by its path. */
  readonly files: Map<string, string>;
  readonly #made = new Set<string>();
  /** Folders in which a container may have put anything, links among it. */
  readonly #lent = new Set<string>();

  constructor(files: Record<string, string>) {
    this.files = new Map(Object.entries(files));
  }

  /**
   * The path without `./`, when it is below the folder and not in what a container may have changed.
   * @throws Refusal otherwise
   */
  inside(path: string): string {
    const clean = normalize(path);
    for (const lent of this.#lent)
      if (clean !== lent && isBelow(clean, lent))
        throw new Refusal(`usa «${path}», dentro de una carpeta en la que escribió un contenedor`);
    return clean;
  }

  /** A path that is there: a file of the example, a folder of it, or something that the session made. */
  existing(path: string): string {
    const clean = this.inside(path);
    const known =
      clean === '.' || this.#made.has(clean) || [...this.files.keys()].some((file) => isBelow(file, clean));
    if (!known) throw new Refusal(`usa «${path}», que no está en la carpeta del ejemplo`);
    return clean;
  }

  /** A file of the example whose text is known. */
  text(path: string): string {
    const clean = this.inside(path);
    const text = this.files.get(clean);
    if (text === undefined || this.#lent.has(clean))
      throw new Refusal(`lee «${path}», y no se sabe qué dice`);
    return text;
  }

  /** Notes that the session makes a file or a folder, which is none of the example's. */
  make(path: string): void {
    const clean = this.inside(path);
    if (clean === '.' || [...this.files.keys()].some((file) => isBelow(file, clean)))
      throw new Refusal(`escribe encima de «${path}», que es del ejemplo`);
    if (this.#lent.has(clean)) throw new Refusal(`escribe en «${path}», que es de un contenedor`);
    // Docker and Compose read these without being told.
    if (/(?:^|\/)\.|compose|dockerfile/i.test(clean))
      throw new Refusal(`escribe «${path}», que Docker leería`);
    this.#made.add(clean);
  }

  /** Notes that a step edits a file of the example. */
  edit(path: string, hunk: string[]): void {
    const side = (mark: string) =>
      hunk
        .filter((line) => line.startsWith(' ') || line.startsWith(mark))
        .map((line) => line.slice(1))
        .join('\n');
    const before = this.text(path);
    if (before.split(side('-')).length !== 2) throw new Refusal(`cambia «${path}» donde no se encuentra`);
    this.files.set(
      this.inside(path),
      before.replace(side('-'), () => side('+')),
    );
  }

  /** Notes that a container may write there. */
  lend(path: string): void {
    this.#lent.add(this.inside(path));
  }

  /** Whether a container may have changed something there. */
  isLent(path: string): boolean {
    return [...this.#lent].some((lent) => isBelow(lent, path) || isBelow(path, lent));
  }
}

/** A relative path without dots; the folder itself is `.`. */
function normalize(path: string): string {
  if (path.startsWith('/')) throw new Refusal(`usa «${path}», que está fuera de la carpeta del ejemplo`);
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) throw new Refusal(`usa «${path}», que sale de la carpeta del ejemplo`);
  if (parts.some((part) => !/^[\p{L}\p{N}_.][\p{L}\p{N}_. -]*$/u.test(part)))
    throw new Refusal(`usa «${path}», un nombre de archivo poco corriente`);
  return parts.join('/') || '.';
}

function isBelow(path: string, folder: string): boolean {
  return folder === '.' || path === folder || path.startsWith(`${folder}/`);
}
