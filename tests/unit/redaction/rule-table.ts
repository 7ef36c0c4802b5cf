import { expect, test } from 'vitest';
import { Pairing } from '../../../src/examples/pairing.ts';
import { type Rule, typedIn } from '../../../src/examples/redaction/rule.ts';

interface Row {
  command?: string;
  /** What the author wrote in commands and files. */
  typed?: string;
  /** Two real outputs of the same command: equal once redacted when `same`, else still different. */
  pair: [string, string];
  same: boolean;
}

/** Proves both halves of a rule: what it must set aside, and what it must not. */
export function ruleTable(rule: Rule, rows: Record<string, Row>): void {
  test.for(Object.entries(rows))(`${rule.name}: %s`, ([, { command = '', typed = '', pair, same }]) => {
    const redact = (text: string) => rule.apply(text, { command, typed: typedIn(`${command}\n${typed}`) });
    const [one, other] = [redact(pair[0]), redact(pair[1])];
    expect(new Pairing().agree(one, other), `${one}\n---\n${other}`).toBe(same);
  });
}
