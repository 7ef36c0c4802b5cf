/** What needs an engine says so in words when none answers, instead of failing in the middle. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const COMMANDS = [
  ['scripts/ejemplo.ts', 'redes/publicar'],
  ['scripts/ejemplo.ts', 'redes/publicar', '--en-mi-motor', '--si'],
  ['scripts/grabar.ts', 'redes/publicar'],
  ['scripts/imagenes.ts'],
  ['scripts/limpiar.ts'],
];

test.each(COMMANDS.map((command) => [command.join(' '), command] as const))('node %s', (_, command) => {
  const { status, stderr } = spawnSync(process.execPath, [...command], {
    encoding: 'utf8',
    env: { ...process.env, CI: '', DOCKER_HOST: 'unix:///no/hay/motor.sock' },
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(/El motor de Docker .*no responde[\s\S]*Cómo arreglarlo/);
  expect(stderr).not.toMatch(/^\s+at /m);
});
