/** Claims of the page fundamentos/overlay-en-docker. */

import { claim, expect } from '../../support/claim.ts';
import { usedKib } from '../../support/disks.ts';
import { buildLines, layersOf } from '../../support/layers.ts';
import { IDLE } from '../../support/limits.ts';

const STORE = '/var/lib/docker';

const MIB = 1024;

claim('diff-es-la-capa-de-escritura', { proves: ['A-150', 'A-156'] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${IDLE}`);
  // Control: before it writes, there is nothing in either place.
  expect(await run.ok('docker diff caja')).toBe('');
  const { upper } = await layersOf(run, 'caja');
  expect(await run.ok(`ls -A ${upper}`)).toBe('');
  await run.ok(`docker exec caja sh -c 'echo hola > /nota; echo x >> /etc/passwd; rm /etc/group'`);
  const changes = (await run.ok('docker diff caja')).split('\n').sort();
  expect(changes).toEqual(['A /nota', 'C /etc', 'C /etc/passwd', 'D /etc/group']);
  await run.ok(`cd ${upper}`);
  expect(await run.ok('find . ! -type d | sort')).toBe('./etc/group\n./etc/passwd\n./nota');
  expect(await run.ok(`stat -c '%F %t,%T' etc/group`)).toBe('character special file 0,0');
  expect(await run.ok('cat nota')).toBe('hola');
});

claim('contenedores-no-se-ven', { proves: ['A-153'] }, async ({ run }) => {
  // A layer of its own: those that were downloaded lie on a read-only disk of the sandbox.
  await buildLines(run, 'propia', ['RUN echo de-la-imagen > /dato']);
  for (const name of ['caja', 'otra']) await run.ok(`docker run -d --name ${name} propia sleep infinity`);
  const id = await run.ok(`docker image inspect -f '{{.Id}}' propia`);
  // The identity is a stored number, which nobody computes again: the folder of the layer could change.
  const layer = (await layersOf(run, 'caja')).lower[1];
  const contents = () => run.ok(`tar -c --sort=name -C ${layer} . | sha256sum`);
  const before = await contents();
  await run.ok(`docker exec caja sh -c 'echo A > /marca; echo A > /dato; rm /etc/group'`);
  expect(await run.ok('docker exec caja cat /marca /dato')).toBe('A\nA');
  const other = await run('docker exec otra cat /marca');
  expect(other.exitCode).toBe(1);
  expect(other.output).toContain('No such file or directory');
  expect(await run.ok('docker exec otra cat /dato')).toBe('de-la-imagen');
  await run.ok('docker exec otra ls /etc/group');
  expect(await run.ok(`docker image inspect -f '{{.Id}}' propia`)).toBe(id);
  expect(await contents()).toBe(before);
  // Control: a change in the layer is noticed by this comparison.
  await run.ok(`touch ${layer}/marca`);
  expect(await contents()).not.toBe(before);
});

const NETWORK_FILES = ['hostname', 'hosts', 'resolv.conf'];

claim('archivos-de-red-aparte', { proves: ['A-157'] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${IDLE}`);
  const mark = NETWORK_FILES.map((name) => `echo "# marca" >> /etc/${name}`).join('; ');
  await run.ok(`docker exec caja sh -c '${mark}; echo "# marca" > /etc/motd'`);
  // Control: the file that is no mount is there, and goes into the image.
  expect(await run.ok('docker diff caja')).toBe('C /etc\nA /etc/motd');
  const mounts = await run.ok(
    `docker exec caja grep -c -E ' /etc/(hosts|hostname|resolv.conf) ' /proc/mounts`,
  );
  expect(mounts).toBe('3');
  await run.ok('docker commit caja copia');
  expect(await run.ok('docker run --rm copia grep -l marca /etc/motd')).toBe('/etc/motd');
  for (const name of NETWORK_FILES)
    expect((await run(`docker run --rm copia grep marca /etc/${name}`)).exitCode, name).toBe(1);
});

claim('capa-init-tiene-huecos', { proves: ['A-157'] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${IDLE}`);
  const own = (await layersOf(run, 'caja')).lower[0];
  expect(await run.ok(`cd ${own}/etc && find . -type f -printf '%f %s\\n' | sort`)).toBe(
    NETWORK_FILES.map((name) => `${name} 0`).join('\n'),
  );
});

claim('capa-nueva-pesa-cero', { proves: ['A-152'] }, async ({ run }) => {
  const images = ['busybox:1.37', 'nginx:1.30', 'redis:8', 'python:3.13-slim-trixie', 'debian:trixie-slim'];
  for (const [index, image] of images.entries()) {
    await run.ok(`docker create --name nueva${index} ${image}`);
    const { upper } = await layersOf(run, `nueva${index}`);
    expect(await run.ok(`ls -A ${upper}`), image).toBe('');
  }
  const sizes = (await run.ok(`docker ps -as --format '{{.Size}}'`)).split('\n');
  expect(sizes).toHaveLength(images.length);
  for (const size of sizes) expect(size).toMatch(/^0B \(virtual /);
  // Ten of one image do not take its size again.
  const before = await usedKib(run, STORE);
  for (let index = 0; index < 10; index++) await run.ok('docker create python:3.13-slim-trixie');
  expect((await usedKib(run, STORE)) - before).toBeLessThan(2 * MIB);
  // Control: once it is started, its program writes, and it is not empty any more.
  await run.ok('docker start nueva1');
  await run.until(`docker ps -s --filter name=nueva1 --format '{{.Size}}' | grep -v '^0B'`);
});

claim('ps-s-mide-lo-escrito', { proves: ['A-156'] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${IDLE}`);
  expect(await run.ok(`docker ps -s --format '{{.Size}}'`)).toMatch(/^0B \(virtual /);
  await run.ok(`docker exec caja sh -c 'head -c 10m /dev/zero > /f'`);
  expect(await run.ok(`docker ps -s --format '{{.Size}}'`)).toMatch(/^10\.5MB \(virtual /);
});

claim('tachon-viaja-como-wh', { proves: ['A-150'] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${IDLE}`);
  await run.ok('docker exec caja touch /etc/nueva && docker commit caja antes');
  await run.ok('docker exec caja rm /etc/group && docker commit caja copia && mkdir antes copia');
  const lastLayer = async (image: string) => {
    await run.ok(`docker save ${image} | tar -x -C ${image}`);
    return (await run.ok(`tar -tf ${image}/$(jq -r '.[0].Layers[-1]' ${image}/manifest.json)`)).split('\n');
  };
  expect(await lastLayer('copia')).toContain('etc/.wh.group');
  // Control: without the deletion, the layer is there and has none.
  expect((await lastLayer('antes')).sort()).toEqual(['etc/', 'etc/nueva']);
});
