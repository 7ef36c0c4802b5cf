/** Claims of the page empezar/variables-de-entorno. */

import { claim, expect } from '../../support/claim.ts';
import { SLEEP } from '../../support/networks.ts';

claim('contenedor-no-hereda-entorno', {}, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37 && export SALA=3');
  expect(await run.ok('docker run --rm busybox:1.37 env')).not.toContain('SALA');
  expect(await run.ok('env')).toMatch(/^SALA=3$/m);
  expect(await run.ok('docker run --rm -e SALA busybox:1.37 env')).toMatch(/^SALA=3$/m);
});

claim('e-a-secas-copia', {}, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37 && export SALA=3 && OTRA=4');
  const env = await run.ok('docker run --rm -e SALA -e OTRA busybox:1.37 env');
  expect(env).toMatch(/^SALA=3$/m);
  expect(env).not.toContain('OTRA');
});

claim('entorno-fijo-al-crear', {}, async ({ run }) => {
  await run.ok(`export SALA=3 && docker run -d --name visor -e SALA ${SLEEP}`);
  await run.ok('export SALA=8 && docker restart -t 0 visor');
  expect(await run.ok(`docker exec visor sh -c 'echo $SALA'`)).toBe('3');
  await run.ok(`docker rm -f visor && docker run -d --name visor -e SALA ${SLEEP}`);
  expect(await run.ok(`docker exec visor sh -c 'echo $SALA'`)).toBe('8');
});

claim('entorno-a-la-vista', {}, async ({ run }) => {
  await run.ok(`docker run -d --name visor -e CLAVE=secreta ${SLEEP}`);
  await run.ok('useradd -m ana');
  const look = `su ana -c "docker inspect -f '{{json .Config.Env}}' visor"`;
  expect((await run(look)).output).toContain('permission denied');
  await run.ok('usermod -aG docker ana');
  expect(await run.ok(look)).toContain('CLAVE=secreta');
});
