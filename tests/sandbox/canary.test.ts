/** The canary of CI sings: it tells when something of a contributor's was touched, and leaves nothing itself. */
import { expect, test } from 'vitest';
import { Canary } from '../../scripts/testing/canary.ts';
import { outerDocker } from './outer-engine.ts';

const NAME = `dap-canario-prueba-${process.pid}`;

test.for([
  ['contenedor', ['rm', NAME]],
  ['contenedor', ['start', NAME]],
  ['contenedor, red', ['rm', NAME], ['network', 'rm', NAME]],
  ['contenedor, volumen', ['rm', NAME], ['volume', 'rm', NAME]],
  ['contenedor, imagen', ['rm', NAME], ['image', 'rm', `${NAME}:1`]],
] as [string, ...string[][]][])('tells that of %s', { concurrent: false }, ([things, ...harm]) => {
  const told: string[] = [];
  const canary = Canary.release(NAME);
  for (const command of harm) {
    try {
      outerDocker(...command);
    } catch {
      // Nothing in it can start; having tried leaves its mark all the same.
    }
  }
  expect(canary.check((line) => told.push(line)).failed).toBe(1);
  expect(told.join()).toContain(`no son suyas: ${things.split(', ').reverse().join(', ')}`);
  expect(outerDocker('ps', '--all', '--quiet', '--filter', `name=${NAME}`)).toBe('');
});

test('is quiet when nothing was', { concurrent: false }, () => {
  expect(Canary.release(NAME).check(() => {}).passed).toBe(1);
  expect(outerDocker('image', 'ls', '--quiet', NAME)).toBe('');
  expect(outerDocker('volume', 'ls', '--quiet', '--filter', `name=${NAME}`)).toBe('');
  expect(outerDocker('network', 'ls', '--quiet', '--filter', `name=${NAME}`)).toBe('');
});
