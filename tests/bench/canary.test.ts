/** The canary of CI sings: it tells when something of a contributor's was touched, and leaves nothing itself. */
import { expect, test } from 'vitest';
import { Canary } from '../../scripts/testing/canary.ts';
import { PREFIX } from '../../src/config/paths.ts';
import { outerDocker } from './outer-engine.ts';

const NAME = `dap-canario-prueba-${process.pid}`;

test.for([
  ['contenedor', ['rm', NAME]],
  ['contenedor', ['start', NAME]],
  ['contenedor, red', ['rm', NAME], ['network', 'rm', NAME]],
  ['contenedor, volumen', ['rm', NAME], ['volume', 'rm', NAME]],
  ['contenedor, imagen', ['rm', NAME], ['image', 'rm', `${NAME}:1`]],
] as [string, ...string[][]][])('tells that of %s', { concurrent: false }, async ([things, ...harm]) => {
  const told: string[] = [];
  const canary = Canary.release(NAME);
  for (const command of harm) {
    try {
      outerDocker(...command);
    } catch {
      // Nothing in it can start; having tried leaves its mark all the same.
    }
  }
  expect((await canary.check((line) => told.push(line), 0)).failed).toBeGreaterThanOrEqual(1);
  expect(told.join()).toContain(`no son suyas: ${things.split(', ').reverse().join(', ')}`);
  expect(outerDocker('ps', '--all', '--quiet', '--filter', `name=${NAME}`)).toBe('');
});

test('tells what was left that is no cache', { concurrent: false }, async () => {
  const told: string[] = [];
  const canary = Canary.release(NAME);
  const volume = outerDocker('volume', 'create');
  const network = `${PREFIX}-canario`;
  outerDocker('network', 'create', network);
  try {
    expect((await canary.check((line) => told.push(line), 0)).failed).toBeGreaterThanOrEqual(1);
    expect(told.join()).toContain(`docker volume rm ${volume}`);
    expect(told.join()).toContain(`docker network rm ${network}`);
  } finally {
    outerDocker('volume', 'rm', volume);
    outerDocker('network', 'rm', network);
  }
});

test('is quiet when nothing was', { concurrent: false }, async () => {
  const told: string[] = [];
  // What else goes on in the engine meanwhile may leave something; of what was there, nothing was touched.
  await Canary.release(NAME).check((line) => told.push(line), 0);
  expect(told[0]).toMatch(/^✔ Lo que había/);
  expect(outerDocker('image', 'ls', '--quiet', NAME)).toBe('');
  expect(outerDocker('volume', 'ls', '--quiet', '--filter', `name=${NAME}`)).toBe('');
  expect(outerDocker('network', 'ls', '--quiet', '--filter', `name=${NAME}`)).toBe('');
});
