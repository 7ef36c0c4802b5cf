/** Claims of the page fundamentos/portabilidad. */

import { claim, expect } from '../../support/claim.ts';
import { debuggedEngine } from './_arquitectura.ts';

claim('otra-arquitectura-no-arranca', { proves: ['A-204'] }, async ({ run }) => {
  // A static program whose header says another architecture, and the same program untouched.
  // The example of the page does it with one compiled for ARM.
  const machine = (await run.ok(`docker version --format '{{.Server.Arch}}'`)) === 'arm64' ? 62 : 183;
  await run.ok('docker pull -q busybox:1.37 && docker create --name origen busybox:1.37');
  await run.ok('docker cp -q -L origen:/bin/busybox propio && cp propio ajeno');
  await run.ok(`printf '\\x${machine.toString(16)}' | dd of=ajeno bs=1 seek=18 conv=notrunc status=none`);
  expect(await run.ok('od -An -t u2 -j 18 -N 2 ajeno')).toBe(String(machine));
  // No emulator is registered in this kernel.
  expect((await run('ls /proc/sys/fs/binfmt_misc')).output).not.toContain('qemu');
  for (const name of ['propio', 'ajeno']) {
    await run.ok(`printf 'FROM scratch\nCOPY ${name} /busybox\n' | docker build -q -t ${name} -f - .`);
  }
  const result = await run('docker run --rm ajeno /busybox echo hola');
  expect(result.exitCode).not.toBe(0);
  expect(result.output).toContain('exec /busybox: exec format error');
  expect(await run.ok('docker run --rm propio /busybox echo hola')).toBe('hola');
});

claim('falta-el-cargador', {}, async ({ run }) => {
  const build = (from: string, tag: string) =>
    run.ok(
      `printf 'FROM debian:trixie-slim AS o\\nFROM ${from}\\nCOPY --from=o /usr/bin/echo /echo\\nCMD ["/echo", "hola"]\\n' | docker build -q -t ${tag} -`,
    );
  await build('scratch', 'sola');
  const alone = await run('docker run --rm sola');
  expect(alone.exitCode).not.toBe(0);
  expect(alone.output).toContain('exec /echo: no such file or directory');
  await build('debian:trixie-slim', 'acompanada');
  expect(await run.ok('docker run --rm acompanada')).toBe('hola');
});

claim('la-gpu-no-viaja', { proves: ['A-101'] }, async ({ run }) => {
  const hook = '/tmp/bin/nvidia-container-runtime-hook';
  const gpu = (docker: string) =>
    run(`${docker} run --rm -q --network none --gpus all busybox:1.37 echo arranca`);
  const refused = await gpu('docker');
  expect(refused.exitCode).toBe(125);
  expect(refused.output).toMatch(/failed to discover GPU vendor from CDI|could not select device driver/);
  // With NVIDIA's complement in the daemon's path that message is gone, with the same lack of card and driver…
  await run.ok(
    `mkdir /tmp/bin && printf '#!/bin/sh\nexit $(cat /tmp/codigo)\n' > ${hook} && chmod +x ${hook}`,
  );
  await run.ok('echo 1 > /tmp/codigo');
  const docker = await debuggedEngine(run, 'PATH=/tmp/bin:$PATH');
  const failed = await gpu(docker);
  expect(failed.exitCode).not.toBe(0);
  expect(failed.output).not.toContain('GPU vendor');
  expect(failed.output).toContain('prestart hook');
  // …and the complement decides whether it starts.
  await run.ok('echo 0 > /tmp/codigo');
  expect((await gpu(docker)).output).toContain('arranca');
});

claim('construir-dos-veces-difiere', { proves: ['A-168'] }, async ({ run }) => {
  await run.ok(
    `docker pull -q busybox:1.37 && echo 1 > f && printf 'FROM busybox:1.37\\nCOPY f /f\\n' > Dockerfile`,
  );
  await run.ok(`printf 'FROM busybox:1.37\\nRUN echo 1 > /f\\n' > Dockerfile.run`);
  // A second later the date that each image carries is another.
  const build = (options = '') => run.ok(`sleep 1.1; docker build -q --no-cache ${options} .`);
  expect(await build()).not.toBe(await build());
  const epoch = '--build-arg SOURCE_DATE_EPOCH=0';
  const layers = async (options: string) =>
    run.ok(`docker image inspect -f '{{json .RootFS.Layers}}' ${await build(options)}`);
  expect(await layers(epoch)).toBe(await layers(epoch));
  expect(await layers('')).toBe(await layers(''));
  // What a RUN writes keeps its own date.
  const written = `${epoch} -f Dockerfile.run`;
  expect(await layers(written)).not.toBe(await layers(written));
});
