/** Picks the step that the front page shows: one that fails as expected says the most. */
import type { ExampleData } from '../examples/load-example.ts';
import type { Step } from '../examples/session.ts';

export interface Showcase {
  id: string;
  data: ExampleData;
  steps: Step[];
}

/** Most lines that still look like one glance. */
const MAX_LINES = 8;

/** The first short, shown, recorded step with an expected failure; else the first short one with output. */
export function pickShowcase(examples: { id: string; data: ExampleData }[]): Showcase | undefined {
  const candidates = [...examples]
    .sort((a, b) => a.id.localeCompare(b.id))
    .filter(({ data }) => data.provenance)
    .flatMap(({ id, data }) =>
      data.session.steps.filter(isShort).map((step) => ({ id, data, steps: [step] })),
    );
  return candidates.find(({ steps }) => steps.some(fails)) ?? candidates[0];
}

function isShort(step: Step): boolean {
  const lines = step.commands.flatMap(({ text, output }) => [...text.split('\n'), ...output.split('\n')]);
  const hasOutput = step.commands.some(({ output }) => output);
  return hasOutput && step.directives.hidden === undefined && !step.edit && lines.length <= MAX_LINES;
}

function fails(step: Step): boolean {
  return step.commands.some(({ exitCode }) => exitCode !== 0);
}
