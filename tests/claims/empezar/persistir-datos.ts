/** Claims of the page empezar/persistir-datos. */

import { claim, expect } from '../../support/claim.ts';
import { SLEEP } from '../../support/networks.ts';

claim('volumen-sobrevive', {}, async ({ run }) => {
  await run.ok(`docker run --rm -v notas:/notas busybox:1.37 sh -c 'echo hola > /notas/7.txt'`);
  expect(await run.ok('docker ps -aq')).toBe('');
  expect(await run.ok('docker run --rm -v notas:/notas busybox:1.37 cat /notas/7.txt')).toBe('hola');
});

claim('bind-es-tu-carpeta', {}, async ({ run }) => {
  await run.ok(`docker run --rm -v ./mias:/notas busybox:1.37 sh -c 'echo hola > /notas/7.txt'`);
  expect(await run.ok('cat mias/7.txt')).toBe('hola');
  await run.ok(`docker run -d --name visor -v ./mias:/notas ${SLEEP} && echo adiós > mias/7.txt`);
  expect(await run.ok('docker exec visor cat /notas/7.txt')).toBe('adiós');
});

claim('v-crea-mount-avisa', {}, async ({ run }) => {
  await run.ok('docker run --rm -v ./errata:/n busybox:1.37 true');
  await run.ok('test -d errata');
  const mount = await run('docker run --rm --mount type=bind,src=./otra,dst=/n busybox:1.37 true');
  expect(mount.exitCode).toBe(125);
  expect(mount.output).toContain('bind source path does not exist');
  expect((await run('test -e otra')).exitCode).toBe(1);
});

claim('volumen-en-uso-no-se-borra', {}, async ({ run }) => {
  await run.ok(`docker run -d --name visor -v notas:/notas ${SLEEP}`);
  for (const state of ['running', 'exited']) {
    if (state === 'exited') await run.ok('docker stop -t 0 visor');
    expect(await run.ok('docker inspect -f {{.State.Status}} visor')).toBe(state);
    const removal = await run('docker volume rm notas');
    expect(removal.exitCode).toBe(1);
    expect(removal.output).toContain('volume is in use');
  }
  await run.ok('docker rm visor && docker volume rm notas');
});

claim('volumen-anonimo-se-queda', {}, async ({ run }) => {
  await run.ok('docker run -d --name datos redis:8 && docker exec datos touch /data/huella');
  await run.ok('docker rm -f datos');
  const volume = await run.ok('docker volume ls -q');
  expect(volume).toMatch(/^[0-9a-f]{64}$/);
  await run.ok(`docker run --rm -v ${volume}:/v busybox:1.37 ls /v/huella`);
  await run.ok('docker run -d --name datos redis:8');
  expect((await run('docker exec datos ls /data/huella')).exitCode).toBe(2);
  await run.ok(`docker rm -f -v datos`);
  expect(await run.ok('docker volume ls -q')).toBe(volume);
});
