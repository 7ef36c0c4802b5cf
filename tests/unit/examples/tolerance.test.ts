import { describe, expect, test } from 'vitest';
import { readStepDirectives } from '../../../src/examples/directives.ts';
import { idlePatterns, outOfRange, setAside } from '../../../src/examples/tolerance.ts';

const read = (braces: string) => readStepDirectives(braces, 'x', 1);

describe('salvo', () => {
  const tolerance = read(String.raw`{salvo="\(5[26]\) .+$" salvo="pid \d+"}`);

  test('sets aside what matches, on every line, and nothing else', () => {
    expect(setAside('curl: (52) Empty reply\ncurl: (56) Reset\npid 12 y 13', tolerance)).toBe(
      'curl: <…>\ncurl: <…>\n<…> y 13',
    );
  });

  test('says which patterns match nothing', () => {
    expect(idlePatterns(['pid 3'], tolerance)).toEqual([String.raw`\(5[26]\) .+$`]);
  });
});

describe('entre', () => {
  const tolerance = read(String.raw`{entre="(\d+(?:\.\d+)?)% 15..35" entre="throttled (\d+) 1.."}`);

  test.each([
    ['24.1%', '<15..35>%'],
    ['15%', '<15..35>%'],
    ['94%', '<94, fuera de 15..35>%'],
    ['throttled 3', 'throttled <1..>'],
    ['throttled 0', 'throttled <0, fuera de 1..>'],
  ])('%s', (text, expected) => expect(setAside(text, tolerance)).toBe(expected));

  test('another pattern does not hide a number out of its range', () => {
    const both = read(String.raw`{salvo="\d+" entre="CPU (\d+)% 15..35"}`);
    expect(setAside('CPU 94%', both)).not.toBe(setAside('CPU 24%', both));
    expect(setAside('CPU 20%', both)).toBe(setAside('CPU 24%', both));
  });

  test('says which recorded numbers are out of range', () => {
    expect(outOfRange(['20%', '94%', 'throttled 0'], tolerance)).toEqual(['94', '0']);
  });
});

test.each([
  ['{salvo}', 'necesita una expresión regular'],
  ['{salvo="("}', 'no se entiende'],
  [String.raw`{salvo="\d*"}`, 'texto vacío'],
  [String.raw`{entre="(\d+)%"}`, 'no se entiende entre'],
  [String.raw`{entre="(\d+)% .."}`, 'no se entiende entre'],
  [String.raw`{entre="\d+% 1..2"}`, 'tiene 0 grupos'],
  [String.raw`{entre="(\d)(\d)% 1..2"}`, 'tiene 2 grupos'],
  ['{plazo=1s plazo=2s}', 'está repetida'],
])('%s is refused: %s', (braces, message) => expect(() => read(braces)).toThrow(message));
