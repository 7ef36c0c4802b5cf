import { expect, test } from 'vitest';
import { comparisonFacts, variableSummary } from '../../../src/components/comparison-notes.ts';
import { parseSession } from '../../../src/examples/session.ts';

const steps = (...braces: string[]) =>
  parseSession(`#! T\n${braces.map((text, at) => `# p${at} ${text}\n$ x\n`).join('')}`, 'f').steps;

test('an output compared to the letter needs no note', () => {
  expect(variableSummary(steps('', ''))).toBe('');
  expect(comparisonFacts(steps(''))).toEqual([]);
});

test('a reader is told of an output that is not compared, and why', () => {
  expect(variableSummary(steps('{variable="azar"}'))).toBe('la salida varía y no se compara');
  expect(variableSummary(steps('{variable="azar"}', ''))).toBe('parte de la salida varía y no se compara');
  expect(comparisonFacts(steps('{variable="azar"}'))).toEqual([
    { label: 'No se compara', value: 'la salida: azar. El código de salida, sí' },
  ]);
});

test('and of what is set aside within one', () => {
  expect(
    comparisonFacts(steps(String.raw`{salvo="pid \d+" entre="(\d+)% 15..35" entre="n (\d+) 1.."}`)),
  ).toEqual([
    { label: 'Se compara, salvo', value: String.raw`pid \d+` },
    { label: 'Cifras admitidas', value: String.raw`(\d+)% entre 15 y 35  ·  n (\d+) desde 1` },
  ]);
});
