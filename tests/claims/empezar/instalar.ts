/** Claims of the page empezar/instalar. */
import { claim, expect } from '../../support/claim.ts';

claim('cliente-sin-servidor', {}, async ({ run }) => {
  const offline = 'docker -H unix:///run/apagado.sock';
  await run.ok(`${offline} --version`);
  const list = await run(`${offline} ps`);
  expect(list.exitCode).toBe(1);
  expect(list.output).toMatch(/failed to connect to the docker API|Cannot connect to the Docker daemon/);
  await run.ok('docker ps');
});

claim('grupo-docker-lee-todo', {}, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37 && useradd -m ana');
  expect((await run(`su ana -c 'docker ps'`)).output).toContain('permission denied');
  await run.ok('usermod -aG docker ana');
  expect((await run(`su ana -c 'cat /etc/shadow'`)).exitCode).toBe(1);
  expect(await run.ok(`su ana -c 'docker run --rm -v /:/todo busybox:1.37 cat /todo/etc/shadow'`)).toContain(
    'root:',
  );
  await run.ok(`su ana -c 'docker run --rm -v /:/todo busybox:1.37 touch /todo/root/ana-estuvo-aqui'`);
  await run.ok('test -O /root/ana-estuvo-aqui');
});
