/** `npm test -- --cambiados`: decides for each proof whether it must be made again. */
import { inject } from 'vitest';
import { readImageOrigins } from '../../src/bench/environment.ts';
import { readVariable } from '../../src/config/env.ts';
import { type Proof, reasonToProve } from '../../src/proof/affected.ts';
import { readChangedPaths } from '../../src/proof/changed-paths.ts';
import { filesBelow, lastProof, proofKey, rememberProof } from '../../src/proof/proof-cache.ts';

const enabled = readVariable('DAP_CAMBIADOS') === '1' && !process.env.CI;
let changedPaths: string[] | undefined;

export interface Decision {
  /** Why it need not be proved now; undefined when it must. */
  skip?: string;
  /** Call when the proof succeeded. */
  proved(): void;
}

/** @param id unique among all proofs, for instance `ejemplo redes/dns` */
export async function decide(id: string, proof: Proof): Promise<Decision> {
  if (process.env.CI) return { proved() {} };
  const origins = await readImageOrigins(proof.images);
  const key = proofKey({
    files: proof.sources.flatMap((source) => (source.endsWith('.ts') ? [source] : filesBelow(source))),
    imageDigests: Object.values(origins).map(({ digest }) => digest),
    sandboxImage: inject('environment').sandboxImageId,
  });
  const proved = () => rememberProof(id, key);
  if (!enabled) return { proved };
  const last = lastProof(id);
  if (last === key) return { skip: 'ya se probó igual en este equipo', proved };
  changedPaths ??= readChangedPaths();
  // Without an earlier proof here, only what the change touches needs one.
  if (!last && !reasonToProve(proof, changedPaths)) return { skip: 'el cambio no lo toca', proved };
  return { proved };
}
