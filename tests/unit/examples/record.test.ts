/** What `grabar` leaves on the disk, with the answers of a made-up run. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readExample } from '../../../src/examples/catalog.ts';
import type { Answer } from '../../../src/examples/compare.ts';
import type { Command } from '../../../src/examples/session.ts';
import { writeRecording } from '../../../src/run/record.ts';

const SESSION = `#! T

# arrancar
$ docker run -d --name web nginx:1.30

# ver: lo que hay {sin-orden}
$ docker ps -q
$ cat a

# fin
$ true
`;
const FACTS = { engine: '29', compose: '5', buildx: '0', cgroup: '2', storage: 'o', kernel: '6' } as const;
const PROVENANCE = { ...FACTS, date: '2026-11-26', images: {} };

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dap-grabar-'));
  mkdirSync(join(root, 't/e'), { recursive: true });
  writeFileSync(file(), SESSION);
});
afterEach(() => rmSync(root, { recursive: true }));

const file = () => join(root, 't/e/sesion.console');
const read = () => readFileSync(file(), 'utf8');

/** A run whose container has the identifier `hex` over and over. */
function record(hex: string, file = 'uno\ndos', options = {}, left = ['contenedor web']) {
  const text = read();
  const example = readExample(root, 't/e');
  const outputs = [hex.repeat(64), hex.repeat(12), file, ''];
  const commands = example.session.steps.flatMap((step) => step.commands);
  const answers = new Map<Command, Answer>(
    commands.map((command, at) => [command, { output: outputs[at] as string, exitCode: 0 }]),
  );
  return writeRecording(example, text, { answers, left, provenance: PROVENANCE }, options);
}

test('the first run is written whole, and read back as it was', () => {
  expect(record('a')).toEqual(['arrancar', 'ver']);
  expect(read()).toBe(
    SESSION.replace('nginx:1.30\n', `nginx:1.30\n${'a'.repeat(64)}\n`)
      .replace('ps -q\n', `ps -q\n${'a'.repeat(12)}\n`)
      .replace('cat a\n', 'cat a\nuno\ndos\n'),
  );
});

test('a run that agrees leaves every byte as it was', () => {
  record('a');
  const before = read();
  expect(record('b')).toBeUndefined();
  expect(read()).toBe(before);
});

test('a run that differs in one line is written in all of them', () => {
  record('a');
  expect(record('b', 'uno\ntres')).toEqual(['ver']);
  expect(read()).not.toContain('aaa');
  expect(read().match(/b{12,64}/g)).toHaveLength(2);
});

test('a run that agrees can be asked for', () => {
  record('a');
  expect(record('b', 'uno\ndos', { always: true })).toEqual([]);
  expect(read()).toContain('b'.repeat(64));
});

test('a run that leaves something else in the engine is written', () => {
  record('a');
  expect(record('b', 'uno\ndos', {}, ['contenedor web', 'volumen datos'])).toEqual(['lo que queda']);
  expect(read()).toContain('b'.repeat(64));
});

test('what the author wrote meanwhile is not overwritten', () => {
  const example = readExample(root, 't/e');
  const before = read();
  cpSync(file(), `${file()}.copia`);
  writeFileSync(file(), `${before}\n# otro\n$ echo lo mío\n`);
  const answers = new Map(
    example.session.steps.flatMap(({ commands }) =>
      commands.map((command) => [command, { output: 'x', exitCode: 0 }] as const),
    ),
  );
  expect(() => writeRecording(example, before, { answers, left: [], provenance: PROVENANCE })).toThrow(
    'cambió mientras se grababa',
  );
  expect(read()).toContain('lo mío');
});

test('a run that contradicts itself is not written', () => {
  const text = SESSION.replace('$ docker ps -q', '$ docker ps');
  writeFileSync(file(), text);
  const example = readExample(root, 't/e');
  const table = 'CONTAINER ID   IMAGE   NAMES\nbbbbbbbbbbbb   nginx   web';
  const outputs = ['a'.repeat(64), table, '', ''];
  const answers = new Map(
    example.session.steps
      .flatMap(({ commands }) => commands)
      .map((command, at) => [command, { output: outputs[at] as string, exitCode: 0 }] as const),
  );
  expect(() => writeRecording(example, text, { answers, left: [], provenance: PROVENANCE })).toThrow(
    'se contradice',
  );
  expect(read()).toBe(text);
});
