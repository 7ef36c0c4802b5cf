import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isUnorderedCommand } from '../../../src/examples/compare.ts';
import { Redactor, RULES } from '../../../src/examples/redaction/index.ts';

interface Recorded {
  cmd: string;
  out: string;
}

const read = (run: number): Recorded[] =>
  JSON.parse(readFileSync(`tests/fixtures/redaction/run-${run}.json`, 'utf8'));

// Its window of time catches other events in each run.
const NEVER_EQUAL = ['docker events --since 20s --until 0s'];

test('83 commands answered twice by a real engine are equal once redacted', () => {
  const [first, second] = [read(1), read(2)];
  const [one, other] = [new Redactor(), new Redactor()];
  const different = first.filter(({ cmd, out }, index) => {
    const unordered = isUnorderedCommand(cmd);
    return one.redact(out, cmd, unordered) !== other.redact(second[index]?.out ?? '', cmd, unordered);
  });
  expect(first).toHaveLength(83);
  expect(different.map(({ cmd }) => cmd)).toEqual(NEVER_EQUAL);
});

test('most of them are not equal without redaction', () => {
  const second = read(2);
  expect(read(1).filter(({ out }, index) => out === second[index]?.out)).toHaveLength(37);
});

test('redacting twice changes nothing more', () => {
  for (const { cmd, out } of read(1)) {
    const once = new Redactor().redact(out, cmd);
    expect(new Redactor().redact(once, cmd), cmd).toBe(once);
  }
});

test('every rule has a name of its own', () => {
  expect(new Set(RULES.map((rule) => rule.name)).size).toBe(RULES.length);
});
