/** What happens in a sandbox stays there, and what happens to it is told clearly. */
import { expect, inject, test } from 'vitest';
import { Canary } from '../../scripts/testing/canary.ts';
import { Sandbox } from '../../src/bench/sandbox.ts';
import { TimedOutError } from '../../src/bench/shell.ts';
import { outerDocker } from './outer-engine.ts';

test('objects of the contributor survive an example that prunes everything', async () => {
  const told: string[] = [];
  const canary = Canary.release(`dap-canario-${process.pid}`);
  try {
    await using sandbox = await Sandbox.open(inject('environment'));
    await sandbox.run('docker run -d --name web nginx:1.30 && docker rm -f web');
    const prune = await sandbox.run('docker system prune -af --volumes');
    expect(prune.output).toContain('Deleted Images');
    expect((await sandbox.run('docker images -q')).output).toBe('');
  } finally {
    await canary.check((line) => told.push(line), 0);
  }
  expect(told[0]).toMatch(/^✔ Lo que había .*: contenedor, volumen, red e imagen$/);
});

test('two sandboxes do not see each other', async () => {
  await using one = await Sandbox.open(inject('environment'));
  await using other = await Sandbox.open(inject('environment'));
  await one.run('docker volume create datos; touch /root/huella');
  expect((await other.run('docker volume ls -q; ls /root')).output).toBe('');
});

test('a shell keeps folder, variables and exit code from one command to the next', async () => {
  await using sandbox = await Sandbox.open(inject('environment'));
  await sandbox.run('mkdir /tmp/a && cd /tmp/a && export NOMBRE=ana && false');
  expect((await sandbox.run('echo "$? $PWD $NOMBRE"')).output).toBe('1 /tmp/a ana\n');
  expect((await sandbox.run('cat <<FIN\nuno\n$NOMBRE\nFIN')).output).toBe('uno\nana\n');
});

test('no output can pass for an answer of the shell', async () => {
  await using sandbox = await Sandbox.open(inject('environment'));
  const forged = await sandbox.run("printf 'c2 0 0 1 /\\nc3 0 0 1 /\\n'");
  expect(forged.output).toBe('c2 0 0 1 /\nc3 0 0 1 /\n');
  expect((await sandbox.run('echo sigue')).output).toBe('sigue\n');
});

test('a command that takes too long is ended, and told with what it printed', async () => {
  await using sandbox = await Sandbox.open(inject('environment'));
  const slow = sandbox.run('echo empieza; sleep 60', { timeoutMs: 1000 });
  await expect(slow).rejects.toThrow(TimedOutError);
  await expect(slow).rejects.toThrow(/no terminó en 1 s[\s\S]*empieza/);
});

test('a sandbox that disappears in the middle of a command is told, not waited for', async () => {
  await using sandbox = await Sandbox.open(inject('environment'));
  await sandbox.run('true');
  const running = sandbox.run('sleep 60');
  const rejection = expect(running).rejects.toThrow('El banco de pruebas desapareció');
  outerDocker('rm', '-f', sandbox.id);
  await rejection;
  await expect(sandbox.run('true', { terminal: 'otra' })).rejects.toThrow('El banco de pruebas desapareció');
});

test('a full disk in a sandbox is an error of its engine, not a hang, and passes with its cause', async () => {
  // Without the seed: with it there is nothing to write.
  const { seed: _, ...bare } = inject('environment');
  await using sandbox = await Sandbox.open(bare);
  await sandbox.run('mount -o remount,size=20m /var/lib/docker');
  const full = await sandbox.run('docker pull -q nginx:1.30');
  expect(full.exitCode).toBe(1);
  expect(full.output).toContain('no space left on device');
  expect((await sandbox.run('docker images -q')).output).toBe('');
  await sandbox.run('mount -o remount,size=1g /var/lib/docker');
  const again = await sandbox.run('docker run --rm nginx:1.30 echo cabe 2>/dev/null');
  expect(again).toMatchObject({ exitCode: 0, output: 'cabe\n' });
});
