import { describe, expect, test } from 'vitest';
import { selectExamples } from '../../../scripts/examples/select.ts';
import { keystrokes } from '../../../src/bench/tty.ts';
import { parseRegions } from '../../../src/examples/files.ts';
import { cleanTerminal } from '../../../src/examples/terminal.ts';
import { applyHunk } from '../../../src/run/edit-file.ts';
import { baseImages } from '../../../src/run/pulled-images.ts';

describe('regions of a file', () => {
  test('are cut out without their indentation, and the marks go', () => {
    const { code, regions } = parseRegions('a\n  # region: medio\n  b\n  # endregion\nc', 'f');
    expect(code).toBe('a\n  b\nc');
    expect(regions).toEqual({ medio: { code: 'b', from: 2, to: 2 } });
  });
  test.for([
    ['unclosed', '# region: x\n', 'f:1: la región «x» no se cierra'],
    ['unopened', '# region: x\n# endregion\n# endregion', 'f:3: «endregion» sin «region»'],
    ['repeated', '# region: x\n# endregion\n# region: x\n# endregion', 'f:3: la región «x» está repetida'],
  ])('%s is rejected', ([, text, message]) => {
    expect(() => parseRegions(text as string, 'f')).toThrow(message as string);
  });
  test('are nothing in a file that declares none', () => {
    const text = '#region de C#\n  # endregion\n// endregion\r\n';
    expect(parseRegions(text, 'f')).toEqual({ code: text, regions: {} });
  });
});

describe('what a terminal finally shows', () => {
  test('has no colours and no rewritten lines', () => {
    expect(cleanTerminal('\x1b[31mrojo\x1b[0m\n10%\r50%\rlisto\r\n')).toBe('rojo\nlisto');
  });
  test('keeps the last state of each layer of a pull', () => {
    expect(
      cleanTerminal(
        'aaaaaaaaaaaa: Pulling fs layer\nbbbbbbbbbbbb: Pulling fs layer\nbbbbbbbbbbbb: Pull complete\naaaaaaaaaaaa: Pull complete',
      ),
    ).toBe('aaaaaaaaaaaa: Pull complete\nbbbbbbbbbbbb: Pull complete');
  });
  test('keeps the last state of each object of Compose', () => {
    expect(
      cleanTerminal(
        ' Network a_default  Creating\n Network a_default  Created\n Container a-web-1  Creating\n Container a-web-1  Started',
        'docker compose up -d',
      ),
    ).toBe(' Network a_default  Created\n Container a-web-1  Started');
  });
});

describe('edits between steps', () => {
  test('replace the block that stands once', () => {
    expect(applyHunk('a\nb\nc', [' a', '-b', '+x', '+y'], 'f')).toBe('a\nx\ny\nc');
  });
  test.for([
    ['absent', 'a\nb', 0],
    ['ambiguous', 'z\nz', 2],
  ])('fail when the block is %s', ([, text, times]) => {
    expect(() => applyHunk(text as string, ['-z', '+x'], 'f')).toThrow(`encaja ${times} veces`);
  });
});

test('base images leave out stages and scratch', () => {
  expect(
    baseImages(
      'FROM node:24 AS base\nFROM base AS dos\nFROM scratch\nFROM --platform=linux/amd64 nginx:1.30\n',
    ),
  ).toEqual(['node:24', 'nginx:1.30']);
});

test('keystrokes are control characters or a line with Enter', () => {
  expect([keystrokes('^C'), keystrokes('^P^Q'), keystrokes('ls')]).toEqual(['\x03', '\x10\x11', 'ls\r']);
});

describe('choosing examples by name', () => {
  const all = ['redes/dns', 'redes/puertos', 'imagenes/capas'];
  test('a topic stands for all of its examples', () => {
    expect(selectExamples(all, ['redes', 'examples/redes/dns/sesion.console'])).toEqual([
      'redes/dns',
      'redes/puertos',
    ]);
  });
  test('an unknown name is an error with what it may have meant', () => {
    expect(() => selectExamples(all, ['puertos'])).toThrow('¿Querías decir redes/puertos?');
  });
});
