/** What a page says of other engines under a block. */
import type { ExampleData } from '../examples/load-example.ts';
import type { Provenance } from '../examples/provenance.ts';
import type { Step } from '../examples/session.ts';

export interface ShownVariant {
  /** As people call it: `28`. */
  release: string;
  provenance: Provenance;
  /** Of the block, those that say something else. */
  steps: Step[];
}

/** The variants that concern some of an example's steps, newest engine first. */
export function variantsOf(
  { variants }: Pick<ExampleData, 'variants'>,
  steps: readonly Step[],
): ShownVariant[] {
  const ids = new Set(steps.map(({ id }) => id));
  return Object.values(variants)
    .flatMap(({ provenance, differing }) => {
      const own = differing.filter(({ id }) => ids.has(id));
      if (!provenance || own.length === 0) return [];
      return { release: provenance.engine.split('.')[0] as string, provenance, steps: own };
    })
    .sort((a, b) => Number(b.release) - Number(a.release));
}
