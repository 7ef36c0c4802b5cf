/** What another engine answers: kept as a whole run, shown where it is something else. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { variantsOf } from '../../../src/components/variants.ts';
import { type Example, onEngine, readExample } from '../../../src/examples/catalog.ts';
import type { Answer } from '../../../src/examples/compare.ts';
import { compareExample } from '../../../src/examples/compare-example.ts';
import { loadExample } from '../../../src/examples/load-example.ts';
import type { Command } from '../../../src/examples/session.ts';
import { untrustedVariants } from '../../../src/guide/checks/recordings.ts';
import { writeRecording, writeVariant } from '../../../src/run/record.ts';

const SESSION =
  '#! T\n\n# arrancar\n$ docker run -d --name web nginx:1.30\n\n# usar\n$ docker rmi nginx:1.30\n[1]\n';
const FACTS = { compose: '5', buildx: '0', cgroup: '2', storage: 'o', kernel: '6' } as const;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dap-variante-'));
  mkdirSync(join(root, 't/e'), { recursive: true });
  writeFileSync(file(), SESSION);
  const example = read();
  writeRecording(example, SESSION, ran(example, '29.8.1', 'a', 'conflict: unable to delete', 1));
});
afterEach(() => rmSync(root, { recursive: true }));

const file = (name = 'sesion.console') => join(root, 't/e', name);
const read = () => readExample(root, 't/e');
const text = () => readFileSync(file(), 'utf8');

function ran(example: Example, engine: string, hex: string, message: string, exitCode: number) {
  const commands = example.session.steps.flatMap((step) => step.commands);
  const answers = new Map<Command, Answer>([
    [commands[0] as Command, { output: hex.repeat(64), exitCode: 0 }],
    [commands[1] as Command, { output: message, exitCode }],
  ]);
  return {
    answers,
    left: ['contenedor web'],
    provenance: { ...FACTS, engine, date: '2026-11-26', images: {} },
  };
}

/** Records a run of engine 28. */
function variant(hex: string, message = '', exitCode = 0): string[] {
  const example = read();
  return writeVariant(example, text(), ran(example, '28.5.2', hex, message, exitCode), '28');
}

test('an engine that answers the same has no variant, and loses the one that it had', () => {
  const same = () => variant('b', 'conflict: unable to delete', 1);
  expect(same()).toEqual([]);
  expect(existsSync(file('sesion.28.console'))).toBe(false);
  expect(variant('b')).toEqual(['usar']);
  expect(existsSync(file('sesion.28.console'))).toBe(true);
  expect(same()).toEqual([]);
  expect(existsSync(file('procedencia.28.json'))).toBe(false);
});

test('a variant is a whole run, with its own exit codes, against which that engine is compared', () => {
  variant('b');
  expect(readFileSync(file('sesion.28.console'), 'utf8')).toBe(
    SESSION.replace('nginx:1.30\n', `nginx:1.30\n${'b'.repeat(64)}\n`).replace('[1]\n', ''),
  );
  const there = onEngine(read(), '28');
  const commands = there.session.steps.flatMap((step) => step.commands);
  const answers = new Map([
    [commands[0] as Command, { output: 'c'.repeat(64), exitCode: 0 }],
    [commands[1] as Command, { output: '', exitCode: 0 }],
  ]);
  expect(compareExample(there, answers, { left: ['contenedor web'] })).toEqual([]);
  const main = read();
  expect(compareExample(main, ran(main, '28.5.2', 'b', '', 0).answers)).not.toEqual([]);
  // The reader has none of these files, and the main engine none of these answers.
  expect(read().files).toEqual([]);
  expect(onEngine(read(), 'estable').session.steps[1]?.commands[0]?.exitCode).toBe(1);
});

test('a variant that still holds is left as it is, and one that does not is written anew', () => {
  variant('b');
  const before = readFileSync(file('sesion.28.console'), 'utf8');
  variant('d');
  expect(readFileSync(file('sesion.28.console'), 'utf8')).toBe(before);
  variant('d', 'otra');
  expect(readFileSync(file('sesion.28.console'), 'utf8')).toContain('d'.repeat(64));
});

test('a page shows of it only what differs, under the block that has it', () => {
  variant('b');
  const data = loadExample(root, 't/e');
  const [first, second] = data.session.steps as [never, never];
  expect(variantsOf(data, [first])).toEqual([]);
  expect(variantsOf(data, [first, second])).toMatchObject([
    { release: '28', steps: [{ id: 'usar', commands: [{ exitCode: 0, output: '' }] }] },
  ]);
});

test('a variant of another session, or changed by hand, is refused', () => {
  variant('b');
  const problems = () => untrustedVariants({ examples: [{ id: 't/e', data: loadExample(root, 't/e') }] });
  expect(problems()).toEqual([]);
  cpSync(file('sesion.28.console'), file('copia'));
  writeFileSync(file('sesion.28.console'), `${readFileSync(file('copia'), 'utf8').trimEnd()}\nUntagged\n`);
  expect(problems()).toMatchObject([{ message: expect.stringContaining('a mano') }]);
  cpSync(file('copia'), file('sesion.28.console'));
  writeFileSync(file(), text().replace('rmi', 'rmi -f'));
  expect(problems()).toMatchObject([{ remedy: 'ejecuta «npm run grabar -- --motor 28 t/e»' }]);
});
