/** The sentences that a page gives to the frames of a drawing: `<Diagrama pasos={['…', '…']} />`. */
import type { RuleAttribute } from './page-rules.ts';
import { parseData } from './questions/data-literal.ts';

/** Those of an element; undefined when what is written is not a list of texts. */
export function frameCaptions(attributes: readonly RuleAttribute[]): string[] | undefined {
  const written = attributes.find(({ name }) => name === 'pasos')?.value;
  if (written === undefined || written === null) return [];
  if (typeof written === 'string') return undefined;
  try {
    const list = parseData(written.value ?? '');
    return Array.isArray(list) && list.every((each) => typeof each === 'string') ? list : undefined;
  } catch {
    return undefined;
  }
}
