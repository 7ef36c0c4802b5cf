/** All redaction rules, in the order in which they apply: what needs exact text first, blanks last. */
import { ages } from './ages.ts';
import { blanks } from './blanks.ts';
import { buildLog } from './build-log.ts';
import { buildReferences } from './build-references.ts';
import { dates } from './dates.ts';
import { durations } from './durations.ts';
import { ephemeralPorts } from './ephemeral-ports.ts';
import { generatedNames } from './generated-names.ts';
import { hostFacts } from './host-facts.ts';
import { identifiers } from './identifiers.ts';
import { thingsIn, withoutValues } from './identity.ts';
import { imageTags } from './image-tags.ts';
import { networkDevices } from './network-devices.ts';
import { npmNotices } from './npm-notices.ts';
import { patches } from './patches.ts';
import { processTables } from './process-tables.ts';
import { processes } from './processes.ts';
import { pullProgress } from './pull-progress.ts';
import type { Rule, RuleContext } from './rule.ts';
import { sandboxAddresses } from './sandbox-addresses.ts';
import { sizes } from './sizes.ts';
import { snapshots } from './snapshots.ts';
import { swarmIdentifiers } from './swarm-identifiers.ts';

export const RULES: readonly Rule[] = [
  pullProgress,
  npmNotices,
  patches,
  buildReferences,
  dates,
  ages,
  hostFacts,
  networkDevices,
  snapshots,
  identifiers,
  imageTags,
  swarmIdentifiers,
  durations,
  ephemeralPorts,
  processes,
  processTables,
  sizes,
  generatedNames,
  sandboxAddresses,
  buildLog,
  blanks,
];

/** An output without what varies; what names a thing has become a mark with its value (identity.ts). */
export function redact(output: string, context: RuleContext): string {
  return rulesIn(context).reduce((text, rule) => rule.apply(text, context), output);
}

function rulesIn({ without }: RuleContext): readonly Rule[] {
  return without ? RULES.filter(({ name }) => name !== without) : RULES;
}

/** What one rule hides of an output. */
export interface Hiding {
  rule: string;
  characters: number;
  /** They name things: what is compared is which thing it is, not its value. */
  related: boolean;
}

/** The rules that change an output, and how many of its characters each of them hides. */
export function rulesThatApply(output: string, context: RuleContext): Hiding[] {
  const hidings: Hiding[] = [];
  let text = output;
  for (const rule of rulesIn(context)) {
    const next = rule.apply(text, context);
    if (next !== text && rule !== blanks)
      hidings.push({
        rule: rule.name,
        characters: Math.max(0, visible(text) - visible(next)),
        related: thingsIn(next).length > thingsIn(text).length,
      });
    text = next;
  }
  return hidings;
}

/** Characters of a text that are still compared: placeholders do not count. */
function visible(text: string): number {
  return withoutValues(text).replace(/<(?:[A-ZÑÓÚ][A-ZÑÓÚa-z0-9-]*|…|%)>/g, '').length;
}
