/** What examples and claims have in common: to be decided on, to wait for a machine, to be measured and told. */
import { inject, type TestContext } from 'vitest';
import type { Bench } from '../../src/bench/bench.ts';
import { needsKernel, needsNetwork } from '../../src/bench/requirements.ts';
import type { Requirement } from '../../src/examples/directives.ts';
import type { Proof } from '../../src/proof/affected.ts';
import { decide } from './decide.ts';
import { engineFacts } from './facts.ts';
import { takeMachine } from './machines.ts';

/**
 * Makes a proof on a machine of its own, or takes one of the same that was made before.
 * @param what unique among all proofs, for instance `ejemplo redes/dns`
 * @param experiment answers what else the results tell of it
 */
export async function prove(
  { task, skip }: Pick<TestContext, 'task' | 'skip'>,
  what: string,
  proof: Omit<Proof, 'virtualMachine'> & { requires: readonly Requirement[] },
  experiment: (bench: Bench) => Promise<Record<string, unknown>>,
): Promise<void> {
  const { requires, ...made } = proof;
  const depends = needsNetwork(requires) ? { volatile: 'pregunta a Internet' } : {};
  const decision = await decide(what, { ...made, ...depends, virtualMachine: needsKernel(requires) });
  if (decision.skip) skip(decision.skip);
  if (decision.reuse) {
    const { date, ms, meta } = decision.reuse;
    Object.assign(task.meta, meta, { ms, reused: date });
    return;
  }
  await using turn = await takeMachine(inject('environment'), requires, skip);
  const from = performance.now();
  const meta: Record<string, unknown> = {};
  try {
    meta.facts = await engineFacts(turn.bench);
    Object.assign(meta, await experiment(turn.bench));
  } finally {
    // Without what it waited for its turn.
    Object.assign(task.meta, meta, { ms: Math.round(performance.now() - from) });
  }
  await decision.proved(Math.round(performance.now() - from), meta);
}
