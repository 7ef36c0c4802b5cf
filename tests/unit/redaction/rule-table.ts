import { expect, test } from 'vitest';
import { Identities, type Rule } from '../../../src/examples/redaction/rule.ts';

interface Row {
  command?: string;
  /** Two real outputs of the same command: equal once redacted when `same`, else still different. */
  pair: [string, string];
  same: boolean;
}

/** Proves both halves of a rule: what it must set aside, and what it must not. */
export function ruleTable(rule: Rule, rows: Record<string, Row>): void {
  test.for(Object.entries(rows))(`${rule.name}: %s`, ([, { command = '', pair, same }]) => {
    const redact = (text: string) => rule.apply(text, { command, identities: new Identities() });
    const [one, other] = [redact(pair[0]), redact(pair[1])];
    if (same) expect(other).toBe(one);
    else expect(other).not.toBe(one);
  });
}
