import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isUnorderedCommand } from '../../../src/examples/compare.ts';
import { Pairing } from '../../../src/examples/pairing.ts';
import { RULES, redact } from '../../../src/examples/redaction/index.ts';
import { typedIn } from '../../../src/examples/redaction/rule.ts';

interface Recorded {
  cmd: string;
  out: string;
}

const read = (run: number): Recorded[] =>
  JSON.parse(readFileSync(`tests/fixtures/redaction/run-${run}.json`, 'utf8'));

const clean = (command: string, output: string) => redact(output, { command, typed: typedIn(command) });

// Its window of time catches other events in each run.
const NEVER_EQUAL = ['docker events --since 20s --until 0s'];

test('83 commands answered twice by a real engine are equal once redacted', () => {
  const [first, second] = [read(1), read(2)];
  const pairing = new Pairing();
  const different = first.filter(({ cmd, out }, index) => {
    const [one, other] = [clean(cmd, out), clean(cmd, second[index]?.out ?? '')];
    return !(isUnorderedCommand(cmd) ? pairing.agreeUnordered(one, other) : pairing.agree(one, other));
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
    const once = clean(cmd, out);
    expect(clean(cmd, once), cmd).toBe(once);
  }
});

test('every rule has a name of its own', () => {
  expect(new Set(RULES.map((rule) => rule.name)).size).toBe(RULES.length);
});
