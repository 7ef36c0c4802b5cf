/** Which proofs a change touches. Pure: paths in, decisions out. */
import { parseImageRef } from '../examples/image-ref.ts';
import { HARNESS, HARNESS_IMAGES, isIn } from './harness.ts';

/** What a proof is made of. */
export interface Proof {
  /** Files, relative to the root: those of an example, or a claim's own with those that it imports. */
  files: readonly string[];
  /** Folder, with a slash at its end, where a file that is no longer there also counts. */
  folder?: string;
  /** References of the images that it uses, such as `nginx:1.30`. */
  images: readonly string[];
  /** Whether it opens the virtual machine. */
  virtualMachine?: boolean;
  /** Why no earlier outcome can stand for a new one, if none can. */
  volatile?: string;
}

/**
 * @param changed paths that differ from the base, relative to the root
 * @returns why the proof must be made again, in Spanish; undefined when nothing that it depends on changed
 */
export function reasonToProve(
  { files, folder, images }: Proof,
  changed: readonly string[],
): string | undefined {
  const own = changed.find((path) => isIn(path, [...files, ...(folder ? [folder] : [])]));
  if (own) return `cambió ${own}`;
  const harness = changed.find((path) => isIn(path, HARNESS) || isIn(path, HARNESS_IMAGES));
  if (harness) return `cambió ${harness}, que afecta a todas las pruebas`;
  const recipes = images.map((ref) => `scripts/images/${parseImageRef(ref).name}/`);
  const recipe = changed.find((path) => isIn(path, recipes));
  if (recipe) return `cambió ${recipe}, con que se hace una imagen que usa`;
  return undefined;
}
