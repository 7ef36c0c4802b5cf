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
import { networkDevices } from './network-devices.ts';
import { patches } from './patches.ts';
import { processTables } from './process-tables.ts';
import { processes } from './processes.ts';
import { pullProgress } from './pull-progress.ts';
import { Identities, type Rule } from './rule.ts';
import { sandboxAddresses } from './sandbox-addresses.ts';
import { sizes } from './sizes.ts';
import { swarmIdentifiers } from './swarm-identifiers.ts';

export const RULES: readonly Rule[] = [
  pullProgress,
  patches,
  buildReferences,
  dates,
  ages,
  hostFacts,
  networkDevices,
  identifiers,
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

/** Redacts one side (recorded or new) of a whole session; identifiers keep their names from step to step. */
export class Redactor {
  readonly #identities = new Identities();
  readonly #rules: readonly Rule[];

  /** @param without name of a rule that is not applied: a control shows what only that rule equals */
  constructor(without?: string) {
    this.#rules = RULES.filter(({ name }) => name !== without);
  }

  /** @param unordered lines are sorted, and identifiers that they alone mention get no number */
  redact(output: string, command: string, unordered = false): string {
    const context = { command, identities: unordered ? this.#identities.knownOnly() : this.#identities };
    const text = this.#rules.reduce((result, rule) => rule.apply(result, context), output);
    if (!unordered) return text;
    return text
      .split('\n')
      .filter((line) => line.trim())
      .sort()
      .join('\n');
  }
}

/** Names of the rules that change an output: tells the reader of a diff what was set aside. */
export function rulesThatApply(output: string, command: string): string[] {
  const context = { command, identities: new Identities() };
  const names: string[] = [];
  let text = output;
  for (const rule of RULES) {
    const next = rule.apply(text, context);
    if (next !== text && rule !== blanks) names.push(rule.name);
    text = next;
  }
  return names;
}
