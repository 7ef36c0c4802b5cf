/** A hub that could not clean up at the end does not start, and says why. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { PREFIX } from '../../src/config/paths.ts';
import { outerDocker } from './outer-engine.ts';

const ours = () =>
  [
    outerDocker('ps', '--all', '--filter', `label=${PREFIX}`, '--format', '{{.Names}}'),
    outerDocker('network', 'ls', '--filter', `label=${PREFIX}`, '--format', '{{.Name}}'),
  ].flatMap((names) => names.split('\n').filter((name) => /-[0-9a-f]{8}$/.test(name)));

test.for([
  ['is not there', '/no/hay.sock', /no existe \/no\/hay\.sock[\s\S]*Cómo arreglarlo: .*SOCKET_OVERRIDE/],
  [
    'is no socket',
    '/etc/hostname',
    /El hub no puede llamar al motor[\s\S]*Cómo arreglarlo: .*SOCKET_OVERRIDE/,
  ],
] as const)('a socket that %s', { concurrent: false }, ([, socket, message]) => {
  const before = ours();
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['tests/fixtures/bench/owner.ts', 'finish'], {
    encoding: 'utf8',
    env: { ...process.env, TESTCONTAINERS_DOCKER_SOCKET_OVERRIDE: socket },
  });
  expect(stderr).toMatch(message);
  expect(status).toBe(1);
  expect(performance.now() - started).toBeLessThan(60_000);
  expect(ours().filter((name) => !before.includes(name))).toEqual([]);
});
