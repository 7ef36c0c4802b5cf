/** What a block says of how its output is compared, where it is not to the letter. */
import type { Step } from '../examples/session.ts';
import type { Fact } from '../results/provenance-text.ts';

/** For the line under a block: that its output, or that of some of its steps, is not compared; empty when it is. */
export function variableSummary(steps: readonly Step[]): string {
  const variable = steps.filter(({ directives }) => directives.variable);
  if (variable.length === 0) return '';
  const all = variable.length === steps.filter(({ commands }) => commands.length > 0).length;
  return all ? 'la salida varía y no se compara' : 'parte de la salida varía y no se compara';
}

/** For the box: why, and what else is set aside. */
export function comparisonFacts(steps: readonly Step[]): Fact[] {
  const reasons = [...new Set(steps.flatMap(({ directives }) => directives.variable ?? []))];
  const patterns = [...new Set(steps.flatMap(({ directives }) => directives.except))];
  const ranges = [...new Set(steps.flatMap(({ directives }) => directives.between.map(rangeText)))];
  return [
    {
      label: 'No se compara',
      value: reasons.length ? `la salida: ${reasons.join('; ')}. El código de salida, sí` : '',
    },
    { label: 'Se compara, salvo', value: patterns.join('  ·  ') },
    { label: 'Cifras admitidas', value: ranges.join('  ·  ') },
  ].filter(({ value }) => value);
}

function rangeText({ pattern, min, max }: Step['directives']['between'][number]): string {
  if (min === undefined) return `${pattern} hasta ${max}`;
  return max === undefined ? `${pattern} desde ${min}` : `${pattern} entre ${min} y ${max}`;
}
