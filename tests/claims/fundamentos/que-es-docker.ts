/** Claims of the page fundamentos/que-es-docker. */

import { claim, expect } from '../../support/claim.ts';
import { SLEEP } from './_arquitectura.ts';

claim('ejecutar-sin-instalar', {}, async ({ run }) => {
  const search = () => run('command -v redis-cli redis-server || find / -xdev -name "redis*" -path "*bin*"');
  expect(await search()).toMatchObject({ output: '' });
  expect(await run.ok('docker run --rm -q redis:8 redis-cli --version')).toMatch(/^redis-cli 8\./);
  expect(await search()).toMatchObject({ output: '' });
  // The search would find it: in the image it does.
  expect(await run.ok('docker run --rm redis:8 sh -c "command -v redis-cli"')).toMatch(/redis-cli$/);
  expect(await run.ok('docker ps -aq')).toBe('');
});

claim('paquete-es-la-imagen', { proves: ['A-153'] }, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37');
  // Its files, read again each time: the recorded identifiers would not notice a change.
  const content = () => run.ok(`docker save busybox:1.37 | tar -xO --wildcards 'blobs/sha256/*' | sha256sum`);
  const image = await content();
  for (const name of ['uno', 'dos']) await run.ok(`docker run -d --name ${name} ${SLEEP}`);
  await run.ok('docker exec uno sh -c "echo A > /marca && rm /bin/vi && cat /marca"');
  expect((await run('docker exec dos cat /marca')).output).toContain('No such file');
  expect((await run('docker exec uno ls /bin/vi')).exitCode).not.toBe(0);
  expect(await run.ok('docker exec dos ls /bin/vi')).toBe('/bin/vi');
  expect((await run('docker run --rm busybox:1.37 cat /marca')).output).toContain('No such file');
  expect(await content()).toBe(image);
  // What is kept of a container in another image does change it.
  await run.ok('docker commit uno otra && docker tag otra busybox:1.37');
  expect(await content()).not.toBe(image);
});
