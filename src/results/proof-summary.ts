/** What the results of several examples and claims say together. */
import type { Proof, Status } from './verification.ts';

export interface ProofSummary {
  total: number;
  /** How many passed, as they are now. */
  passed: number;
  failed: number;
  /** Not proved, or changed since. */
  unknown: number;
  /** ISO date and time of the oldest of those proofs. */
  since?: string;
  /** By other engine, how many agree with it of those that it has proved. */
  engines: { name: string; same: number; of: number }[];
}

/** Sums proofs up. */
export function summarizeProofs(proofs: Proof[]): ProofSummary {
  const dates = proofs.flatMap(({ status, date }) => (status === 'passed' && date ? [date] : [])).sort();
  const engines = new Map<string, { same: number; of: number }>();
  const count = (name: string, same: number) => {
    const known = engines.get(name) ?? { same: 0, of: 0 };
    engines.set(name, { same: known.same + same, of: known.of + 1 });
  };
  for (const { same, different } of proofs) {
    for (const name of same) count(name, 1);
    for (const name of different) count(name, 0);
  }
  const having = (wanted: Status) => proofs.filter(({ status }) => status === wanted).length;
  const summary: ProofSummary = {
    total: proofs.length,
    passed: having('passed'),
    failed: having('failed'),
    unknown: having('unknown'),
    engines: [...engines].map(([name, counts]) => ({ name, ...counts })),
  };
  if (dates[0]) summary.since = dates[0];
  return summary;
}

/** `Igual en Docker Engine 26.1.5 (overlay2, cgroup v1)`, or in how many of how many. */
export function engineLine({ name, same, of }: ProofSummary['engines'][number]): string {
  return same === of ? `Igual en ${name}` : `Igual en ${name}: ${same} de ${of}`;
}
