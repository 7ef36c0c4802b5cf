/** Claims of the page fundamentos/espacio-ipc. */

import { claim, expect } from '../../support/claim.ts';
import { BUSYBOX, SLEEP } from './_espacios.ts';

claim('shm-es-un-montaje', {}, async ({ run }) => {
  await run.ok('echo datos > /dev/shm/cuaderno && ipcmk --queue');
  const look = 'cat /dev/shm/cuaderno';
  const queues = 'ipcs --queues | grep -c root';
  expect(await run.ok(queues)).toBe('1');
  expect((await run(`unshare --ipc ${queues}`)).output).toContain('0');
  // Neither of the two spaces, nor both, hides the file…
  for (const spaces of ['--ipc', '--mount', '--ipc --mount'])
    expect(await run.ok(`unshare ${spaces} ${look}`)).toBe('datos');
  // …another file system mounted on it does, and only there.
  const covered = await run(`unshare --mount sh -c 'mount -t tmpfs tmpfs /dev/shm && ${look}'`);
  expect(covered.output).toContain('No such file');
  expect(await run.ok(look)).toBe('datos');
  expect((await run(`docker run --rm -q ${BUSYBOX} ${look}`)).output).toContain('No such file');
  expect(await run.ok(`docker run --rm --ipc host ${BUSYBOX} ${look}`)).toBe('datos');
});

claim('ipc-privado-no-se-presta', {}, async ({ run }) => {
  await run.ok(`docker run -d --name cerrado ${SLEEP}`);
  expect(await run.ok(`docker inspect -f '{{.HostConfig.IpcMode}}' cerrado`)).toBe('private');
  const refused = await run(`docker run --rm --ipc container:cerrado ${BUSYBOX} true`);
  expect(refused.exitCode).toBe(125);
  expect(refused.output).toContain('non-shareable IPC');
  await run.ok(`docker run -d --name abierto --ipc shareable ${SLEEP}`);
  await run.ok(`docker exec abierto sh -c 'echo resultado > /dev/shm/buzon'`);
  const read = (from: string) =>
    run.ok(`docker run --rm --ipc container:${from} ${BUSYBOX} cat /dev/shm/buzon`);
  expect(await read('abierto')).toBe('resultado');
  await run.ok(`docker run -d --name segundo --ipc container:abierto ${SLEEP}`);
  expect(await read('segundo')).toBe('resultado');
});
