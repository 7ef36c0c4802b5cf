/** Only src/engine calls the `docker` command; all others go through it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesBelow } from '../../src/machine/files-below.ts';

// As a program that is started, as one of a pipeline, and in the line of a shell.
const CALLS = [
  /\b(?:spawn|spawnSync|execFile|execFileSync|capture|run|runChild)\(\s*['"`]docker['"`]/,
  /\[\s*['"]docker['"],\s*\[/,
  /\bexec(?:Sync)?\(\s*['"`]docker\b/,
];

/** Where a text calls the command. */
function callsIn(text: string): string[] {
  return CALLS.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
}

const SOURCES = ['src', 'scripts'].flatMap(filesBelow).filter((file) => /\.(?:ts|mjs|astro)$/.test(file));

test('nobody else starts it', () => {
  const others = SOURCES.filter((file) => !file.startsWith('src/engine/'));
  const callers = others.filter((file) => callsIn(readFileSync(file, 'utf8')).length > 0);
  expect(callers).toEqual([]);
});

test.for([
  "execFileSync('docker', args)",
  'spawn("docker", args)',
  "await capture('docker', ['info'])",
  "execFile(\n      'docker',\n      args)",
  "pipe(['docker', ['save', ref]], other)",
  'execSync(`docker save x`)',
])('the search finds %s', (text) => {
  expect(callsIn(text)).not.toEqual([]);
});

test.for([
  "['docker', 'doker', 'dcoker']",
  "['docker', group, name].filter(Boolean)",
  "words.indexOf('docker')",
  "capture('dockerd', [])",
  "dockerSync(['ps'])",
])('and leaves %s alone', (text) => {
  expect(callsIn(text)).toEqual([]);
});

test('the door itself is found', () => {
  const door = SOURCES.filter((file) => file.startsWith('src/engine/'));
  expect(door.flatMap((file) => callsIn(readFileSync(file, 'utf8')))).not.toEqual([]);
});
