/** Which proofs a change touches. Pure: paths in, decisions out. */

// A change here can alter any proof.
const HARNESS = [
  /^src\/examples\//,
  /^src\/sandbox\//,
  /^tests\/support\//,
  /^tests\/examples\.test\.ts$/,
  /^scripts\/images\/(?:banco|hub|comun|debian)\//,
  /^scripts\/vm\//,
  /^vitest\.config\.ts$/,
  /^package-lock\.json$/,
];

export interface Proof {
  /** Paths (prefixes) of what the proof is made of, relative to the root: an example's folder, a claim's file. */
  sources: string[];
  /** References of the images that it uses. */
  images: string[];
}

/**
 * @param changed paths that differ from the base, relative to the root
 * @returns why the proof must be made again, in Spanish; undefined when nothing that it depends on changed
 */
export function reasonToProve(proof: Proof, changed: string[]): string | undefined {
  const own = changed.find((path) =>
    proof.sources.some((source) => path === source || path.startsWith(`${source}/`)),
  );
  if (own) return `cambió ${own}`;
  const harness = changed.find((path) => HARNESS.some((pattern) => pattern.test(path)));
  if (harness) return `cambió ${harness}, que afecta a todas las pruebas`;
  const recipes = new Set(proof.images.map((ref) => `scripts/images/${imageName(ref)}`));
  const recipe = changed.find((path) => [...recipes].some((folder) => path.startsWith(folder)));
  if (recipe) return `cambió ${recipe}, con que se hace una imagen que usa`;
  return undefined;
}

/** `nginx:1.30` → `nginx`; `docker.io/library/nginx@sha256:…` → `nginx`. */
function imageName(ref: string): string {
  return (ref.split('@')[0] as string).split('/').at(-1)?.split(':')[0] ?? ref;
}
