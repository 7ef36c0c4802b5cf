/** Claims of the page fundamentos/compartir-espacios. */

import { claim, expect } from '../../support/claim.ts';
import { BUSYBOX, hostPid, SLEEP } from './_espacios.ts';

claim('proc-root-es-una-puerta', {}, async ({ run }) => {
  await run.ok(`docker run -d --name web --hostname jefe ${SLEEP} && docker exec web touch /solo-en-web`);
  const look = (options: string) => run(`docker run --rm ${options} ${BUSYBOX} ls /proc/1/root/solo-en-web`);
  expect((await look('--pid container:web')).exitCode).toBe(0);
  // With a list of processes of its own, the process 1 is another.
  expect((await look('')).output).toContain('No such file or directory');
  // With fewer capabilities than the other, the one of debuggers is needed.
  expect((await look('--pid container:web --cap-drop ALL')).output).toContain('Permission denied');
  expect((await look('--pid container:web --cap-drop ALL --cap-add SYS_PTRACE')).exitCode).toBe(0);
  // The process 1 of the host has all of them.
  const host = `docker run --rm --pid host`;
  const denied = await run(`${host} ${BUSYBOX} cat /proc/1/root/etc/hostname`);
  expect(denied.output).toContain('Permission denied');
  expect(await run.ok(`${host} --cap-add SYS_PTRACE ${BUSYBOX} cat /proc/1/root/etc/hostname`)).toBe(
    'docker',
  );
});

claim('compartir-no-es-todo', { proves: ['A-145'] }, async ({ run }) => {
  await run.ok(`docker run -d --name web ${BUSYBOX} httpd -f -p 8000 -h /etc`);
  const visit = 'wget -qO- http://localhost:8000/hostname';
  const first = 'sh -c \'tr "\\0" " " < /proc/1/cmdline\'';
  const alone = `docker run --rm ${BUSYBOX}`;
  const join = `docker run --rm --network container:web --pid container:web ${BUSYBOX}`;
  await run.until(`${join} ${visit}`);
  expect((await run(`${alone} ${visit}`)).output).toContain('Connection refused');
  expect(await run.ok(`${join} ${first}`)).toBe('httpd -f -p 8000 -h /etc');
  expect(await run.ok(`${alone} ${first}`)).not.toContain('httpd');
  await run.ok(`docker exec web touch /solo-en-web`);
  expect((await run(`${join} ls /solo-en-web`)).output).toContain('No such file');
});

claim('el-nombre-se-copia', {}, async ({ run }) => {
  await run.ok(`docker run -d --name web --hostname jefe ${SLEEP}`);
  await run.ok(`docker run -d --name vecino --network container:web ${SLEEP}`);
  expect(await run.ok('docker exec vecino hostname')).toBe('jefe');
  const [web, neighbour] = [await hostPid(run, 'web'), await hostPid(run, 'vecino')];
  const same = async (kind: string) =>
    new Set((await run.ok(`readlink /proc/${web}/ns/${kind} /proc/${neighbour}/ns/${kind}`)).split('\n'))
      .size === 1;
  expect(await same('net')).toBe(true);
  expect(await same('uts')).toBe(false);
  // So a new name of one does not get to the other.
  await run.ok(`nsenter --target ${web} --uts hostname otro`);
  expect(await run.ok('docker exec web hostname')).toBe('otro');
  expect(await run.ok('docker exec vecino hostname')).toBe('jefe');
});
