/** Decides for each proof whether it must be made, or an earlier one of the same stands for it. */
import { inject } from 'vitest';
import { virtualMachineImage } from '../../src/bench/vm/image.ts';
import { readVariable } from '../../src/config/env.ts';
import { ROOT } from '../../src/config/paths.ts';
import { chosenEngine } from '../../src/images/engines.ts';
import { type Proof, reasonToProve } from '../../src/proof/affected.ts';
import { readChangedPaths } from '../../src/proof/changed-paths.ts';
import { proofFingerprint, type Surroundings } from '../../src/proof/fingerprint.ts';
import { machineStore, type ProofRecord } from '../../src/proof/store.ts';

const store = machineStore();
const reuses = readVariable('DAP_SIN_REUSAR') !== '1';
const onlyChanged = readVariable('DAP_CAMBIADOS') === '1';
let changedPaths: string[] | undefined;

export interface Decision {
  /** Why it need not be proved now; undefined when it must. */
  skip?: string;
  /** The proof that stands for a new one. */
  reuse?: ProofRecord;
  /** Call when the proof succeeded, with what it took and what the run tells of it. */
  proved(ms: number, meta: Record<string, unknown>): Promise<void>;
}

/** @param what unique among all proofs, for instance `ejemplo redes/dns` */
export async function decide(what: string, proof: Proof): Promise<Decision> {
  const fingerprint = async () => proofFingerprint(ROOT, what, proof, await surroundings(proof));
  const before = await fingerprint();
  const proved = async (ms: number, meta: Record<string, unknown>) => {
    // Asked again: what it opened may not have been there before, and what changed meanwhile was not proved.
    const after = await fingerprint();
    if (after && (before === after || !before))
      store.keep(after, { what, date: new Date().toISOString(), ms, meta });
  };
  const reuse = reuses && before ? store.find(before) : undefined;
  if (reuse) return { reuse, proved };
  if (!onlyChanged) return { proved };
  changedPaths ??= readChangedPaths();
  return reasonToProve(proof, changedPaths) ? { proved } : { skip: 'el cambio no lo toca', proved };
}

async function surroundings(proof: Proof): Promise<Surroundings> {
  const { sandboxImageId, machine, images } = inject('environment');
  const around: Surroundings = { engine: chosenEngine(), sandboxImage: sandboxImageId, machine, images };
  const virtualMachine = proof.virtualMachine ? await virtualMachineImage() : undefined;
  return virtualMachine ? { ...around, virtualMachine } : around;
}
