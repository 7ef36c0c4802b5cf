/** Claims of the page redes/problemas-de-puertos. */

import { claim, expect } from '../../support/claim.ts';

claim('tras-el-fallo-queda-sin-red', {}, async ({ run }) => {
  await run.ok(
    'docker pull -q busybox:1.37 && docker run -d --name web -p 8080:80 busybox:1.37 sleep infinity',
  );
  const networks = (name: string) => run.ok(`docker inspect -f '{{len .NetworkSettings.Networks}}' ${name}`);
  const create = (name: string) => `docker create --name ${name} -p 8080:80 busybox:1.37 sleep infinity`;
  for (const name of ['tarde', 'a-tiempo']) await run.ok(create(name));
  expect((await run('docker start tarde')).output).toContain('port is already allocated');
  await run.ok('docker rm -f web && docker start tarde');
  expect(await networks('tarde')).toBe('0');
  expect(await run.ok('docker port tarde')).toBe('');
  // Control: one that did not try while the port was taken has all.
  await run.ok('docker rm -f tarde && docker start a-tiempo');
  expect(await networks('a-tiempo')).toBe('1');
  expect(await run.ok('docker port a-tiempo')).toContain('80/tcp -> 0.0.0.0:8080');
});
