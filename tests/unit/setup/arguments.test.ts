/** Every command says of an option that it does not know that it does not know it. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const COMMANDS = readdirSync('scripts').filter((name) => name.endsWith('.ts'));

test.for(COMMANDS)('%s has its options read by parseArgs', (command) => {
  const text = readFileSync(join('scripts', command), 'utf8');
  expect(text).toMatch(/\b(?:parseArgs|readArguments|readOptions)\(/);
  // Who looks for a word of its own there overlooks all the others; to hand all of it on is no look.
  expect(text.replaceAll('readOptions(process.argv.slice(2))', '')).not.toContain('process.argv');
});

test('a wrong one ends the command with what to do', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/comprobar.ts', '--fijar-minimo'], {
    encoding: 'utf8',
  });
  expect(stderr).toMatch(
    /No entiendo las opciones .*--fijar-minimo[\s\S]*Cómo arreglarlo: mira las opciones con --ayuda/,
  );
  expect(stderr).not.toMatch(/^\s+at /m);
  expect([status, stdout]).toEqual([1, '']);
});
