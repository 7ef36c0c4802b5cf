/** Claims of the page fundamentos/lo-borrado-sigue-pesando. */

import { claim, expect } from '../../support/claim.ts';
import { usedKib } from '../../support/disks.ts';
import { buildLines } from '../../support/layers.ts';
import { overlay2Engine } from '../../support/other-store.ts';

const STORE = '/var/lib/docker';

claim('borrar-en-otra-capa-no-adelgaza', { proves: ['A-151'] }, async ({ run }) => {
  await buildLines(run, 'separado', ['RUN head -c 20m /dev/zero > /p', 'RUN rm /p']);
  await buildLines(run, 'junto', ['RUN head -c 20m /dev/zero > /p && rm /p']);
  await run.ok('docker pull -q busybox:1.37');
  const size = async (image: string) => {
    const layers = await run.ok(`docker history --human=false --format '{{.Size}}' ${image}`);
    return layers.split('\n').reduce((sum, bytes) => sum + Number(bytes), 0);
  };
  const base = await size('busybox:1.37');
  // Some stores count whole blocks of the disk.
  expect((await size('separado')) - base).toBeGreaterThanOrEqual(20 << 20);
  expect((await size('junto')) - base).toBeLessThan(64 << 10);
  for (const image of ['separado', 'junto'])
    expect((await run(`docker run --rm ${image} ls /p`)).exitCode).toBe(1);
});

claim('lo-borrado-se-recupera', { proves: ['A-151'] }, async ({ run }) => {
  await buildLines(run, 'separado', ['RUN echo clave-de-prueba > /clave', 'RUN rm /clave']);
  await buildLines(run, 'junto', ['RUN echo clave-de-prueba > /clave && rm /clave']);
  const layersWithKey = async (image: string) => {
    await run.ok(`mkdir ${image} && docker save ${image} | tar -x -C ${image}`);
    const layers = (await run.ok(`jq -r '.[0].Layers[]' ${image}/manifest.json`)).split('\n');
    const found = [];
    for (const layer of layers) {
      const { output, exitCode } = await run(`tar -xO -f ${image}/${layer} clave 2> /dev/null`);
      if (exitCode === 0) found.push(output.trim());
    }
    return found;
  };
  expect(await layersWithKey('separado')).toEqual(['clave-de-prueba']);
  expect((await run('docker run --rm separado cat /clave')).exitCode).toBe(1);
  expect(await layersWithKey('junto')).toEqual([]);
});

claim('base-guardada-una-vez', { proves: ['A-151'] }, async ({ run }) => {
  const base = 'debian:trixie-slim';
  await run.ok(`docker pull -q ${base}`);
  const size = Number(await run.ok(`docker image inspect -f '{{.Size}}' ${base}`)) / 1024;
  const start = await usedKib(run, STORE);
  await buildLines(run, 'uno', ['RUN echo a > /a'], base);
  await buildLines(run, 'dos', ['RUN echo b > /b'], base);
  const bases = await run.ok(`docker image inspect -f '{{index .RootFS.Layers 0}}' ${base} uno dos`);
  expect(new Set(bases.split('\n')).size).toBe(1);
  const grown = (await usedKib(run, STORE)) - start;
  expect(grown).toBeLessThan(size / 10);
  // Control: the same files as a layer of its own are kept again.
  await run.ok(`docker create --name entera ${base} && docker export entera | docker import - otra-base`);
  expect((await usedKib(run, STORE)) - start).toBeGreaterThan(size * 0.8);
});

claim('maximo-127-capas', { proves: ['A-154'] }, async ({ run }) => {
  const before = await overlay2Engine(run, 'busybox:1.37');
  const folders = (layers: number) => Array<string>(layers).fill('WORKDIR /d').join('\\n');
  // busybox brings the first layer.
  for (const [tag, layers] of [
    ['cabe', 126],
    ['no-cabe', 127],
  ] as const)
    for (const docker of ['docker', before])
      await run.ok(`printf 'FROM busybox:1.37\\n${folders(layers)}\\n' | ${docker} build -q -t ${tag} -`);
  const start = (docker: string, tag: string) => run(`${docker} run --rm --network none ${tag} true`);
  const layers = await run.ok(`${before} image inspect -f '{{len .RootFS.Layers}}' cabe no-cabe`);
  expect(layers).toBe('127\n128');
  expect((await start(before, 'cabe')).exitCode).toBe(0);
  const tooHigh = await start(before, 'no-cabe');
  expect(tooHigh.exitCode).toBe(125);
  expect(tooHigh.output).toContain('max depth exceeded');
  expect((await start('docker', 'no-cabe')).exitCode).toBe(0);
});

claim('maximo-500-carpetas', {}, async ({ run }) => {
  await run.ok('mkdir /m && mount -t tmpfs m /m && cd /m && mkdir u w p $(seq 501)');
  // By the old call: with the new one, a program gives the folders one by one.
  const stack = (folders: number) =>
    run(
      `LIBMOUNT_FORCE_MOUNT2=always mount -t overlay o -o lowerdir=$(seq -s: ${folders}),upperdir=u,workdir=w p`,
    );
  expect((await stack(500)).exitCode).toBe(0);
  await run.ok('umount p');
  expect((await stack(501)).exitCode).not.toBe(0);
});
