/** Claims of the page fundamentos/espacio-de-montajes. */

import { claim, expect } from '../../support/claim.ts';
import { askedByCompose, composeService } from '../../support/compose.ts';
import { BUSYBOX, exportImage, inhabit, SLEEP } from './_espacios.ts';

claim('montajes-nacen-copiados', {}, async ({ run }) => {
  // As systemd leaves it on a reader's machine: nothing but the new space keeps the mounts apart.
  await run.ok('mount --make-rshared / && mkdir /tmp/m && echo secreto > /tmp/nota.txt');
  expect(await run.ok('unshare --mount cat /tmp/nota.txt')).toBe('secreto');
  const mounts = 'cut -d" " -f1-3 /proc/self/mounts | sort';
  expect(await run.ok(`unshare --mount sh -c '${mounts}'`)).toBe(await run.ok(mounts));
  const here = `grep -c ' /tmp/m tmpfs ' /proc/mounts`;
  // What is mounted later in one does not get to the other, in either direction.
  const pid = await inhabit(run, '--mount');
  await run.ok(`nsenter --target ${pid} --mount mount -t tmpfs tmpfs /tmp/m`);
  expect(await run.ok(`grep -c ' /tmp/m tmpfs ' /proc/${pid}/mounts`)).toBe('1');
  expect((await run(here)).exitCode).toBe(1);
  await run.ok('mkdir /tmp/n && mount -t tmpfs tmpfs /tmp/n');
  expect((await run(`grep ' /tmp/n ' /proc/${pid}/mounts`)).exitCode).toBe(1);
  // Because unshare makes the copy private: left as it was, it does get there.
  await run.ok('unshare --mount --propagation unchanged mount -t tmpfs tmpfs /tmp/m');
  expect(await run.ok(here)).toBe('1');
});

claim('chroot-se-escapa', {}, async ({ run }) => {
  await run.ok('echo secreto > /tmp/nota.txt');
  await exportImage(run);
  const spaces = 'unshare --mount --pid --fork';
  const inside = (command: string) => `chroot imagen sh -c 'mount -t proc proc /proc && ${command}'`;
  const pivoted = (command: string) =>
    `sh -c 'mount --bind imagen imagen && cd imagen && mkdir -p vieja && pivot_root . vieja && ` +
    `mount -t proc proc /proc && umount -l /vieja && ${command}'`;
  const look = 'cat /tmp/nota.txt';
  const enterAgain = `nsenter --mount=/proc/1/ns/mnt ${look}`;
  const missing = async (command: string) => {
    const { exitCode, output } = await run(command);
    expect(exitCode).toBe(1);
    expect(output).toContain('No such file or directory');
  };
  await missing(`${spaces} ${inside(look)}`);
  // In its own PID namespace, process 1 is that very shell: its mount namespace is its own.
  expect(await run.ok(`${spaces} ${inside(enterAgain)}`)).toBe('secreto');
  // The same way out leads nowhere when the root of the table is another.
  await missing(`${spaces} ${pivoted(look)}`);
  await missing(`${spaces} ${pivoted(enterAgain)}`);
  // And «/proc/1/root» does not tell them apart: it depends on whose the process 1 is.
  const throughProc = 'cat /proc/1/root/tmp/nota.txt';
  expect(await run.ok(`unshare --mount ${inside(throughProc)}`)).toBe('secreto');
  expect(await run.ok(`unshare --mount ${pivoted(throughProc)}`)).toBe('secreto');
  await missing(`${spaces} ${inside(throughProc)}`);
  await missing(`${spaces} ${pivoted(throughProc)}`);
});

claim('montaje-tardio-no-llega', {}, async ({ run }) => {
  // Shared, as systemd leaves it: what stops the new mount is what Docker asks for the folder.
  await run.ok('mount --make-rshared / && mkdir disco');
  await run.ok(`docker run -d --name caja -v $PWD/disco:/disco ${SLEEP}`);
  expect(await run.ok(`docker inspect -f '{{(index .Mounts 0).Propagation}}' caja`)).toBe('rprivate');
  const slave = '--mount type=bind,src=$PWD/disco,dst=/disco,bind-propagation=rslave';
  await run.ok(`docker run -d --name testigo ${slave} ${SLEEP}`);
  await run.ok('mount -t tmpfs tmpfs disco && touch disco/foto.jpg');
  expect(await run.ok('docker exec caja ls /disco')).toBe('');
  expect(await run.ok('docker exec testigo ls /disco')).toBe('foto.jpg');
  await run.ok('docker restart -t 0 caja');
  expect(await run.ok('docker exec caja ls /disco')).toBe('foto.jpg');
});

claim('rslave-si-llega', {}, async ({ run }) => {
  // What systemd does at boot on a reader's machine.
  await run.ok('mount --make-rshared / && mkdir disco disco/otro');
  const start = (name: string, propagation: string) =>
    run.ok(
      `docker run -d --name ${name} --cap-add SYS_ADMIN ` +
        `--mount type=bind,src=$PWD/disco,dst=/disco,bind-propagation=${propagation} ${SLEEP}`,
    );
  await start('caja', 'rslave');
  await run.ok('mkdir disco/usb && mount -t tmpfs tmpfs disco/usb && touch disco/usb/foto.jpg');
  expect(await run.ok('docker exec caja ls /disco/usb')).toBe('foto.jpg');
  // In one direction only; in the other too if one asks for it.
  const mounted = 'grep "disco/otro tmpfs" /proc/mounts';
  await run.ok('docker exec caja mount -t tmpfs tmpfs /disco/otro');
  expect((await run(mounted)).exitCode).toBe(1);
  await start('dos', 'rshared');
  await run.ok('docker exec dos mount -t tmpfs tmpfs /disco/otro');
  expect((await run(mounted)).exitCode).toBe(0);
});

claim('rslave-pide-compartido', {}, async ({ run }) => {
  await run.ok(`mkdir disco && docker pull -q ${BUSYBOX}`);
  const start = `docker run --rm --mount type=bind,src=$PWD/disco,dst=/disco,bind-propagation=rslave ${BUSYBOX} true`;
  await run.ok('mount --make-rprivate /');
  const refused = await run(start);
  expect(refused.exitCode).toBe(125);
  expect(refused.output).toContain('is not a shared or slave mount');
  await run.ok('mount --make-rshared /');
  await run.ok(start);
});

claim('mount-no-permitido', {}, async ({ run }) => {
  const mount = `${BUSYBOX} sh -c 'mkdir /m && mount -t tmpfs tmpfs /m && grep -c " /m tmpfs " /proc/mounts'`;
  expect((await run(`docker run --rm ${mount}`)).output).toContain('permission denied');
  // Where AppArmor has nothing to say, that capability is all that was missing.
  if (!(await run.ok(`docker info -f '{{.SecurityOptions}}'`)).includes('apparmor'))
    expect(await run.ok(`docker run --rm -q --cap-add SYS_ADMIN ${mount}`)).toBe('1');
  expect((await run(`docker run --rm --security-opt seccomp=unconfined ${mount}`)).output).toContain(
    'permission denied',
  );
});

claim('apparmor-no-deja-montar', { requires: ['apparmor'] }, async ({ run }) => {
  await run.ok(`docker pull -q ${BUSYBOX}`);
  const mount = (options: string) =>
    run(`docker run --rm --cap-add SYS_ADMIN ${options} ${BUSYBOX} mount -t tmpfs x /tmp`);
  const refused = await mount('');
  expect(refused.exitCode).not.toBe(0);
  expect(refused.output).toContain('ermission denied');
  expect((await mount('--security-opt apparmor=unconfined')).exitCode).toBe(0);
});

claim('compose-propagacion', {}, async ({ run }) => {
  const propagation = '{{range .HostConfig.Mounts}}{{.BindOptions.Propagation}}{{end}}';
  const folder = ['volumes:', '  - type: bind', '    source: /srv', '    target: /disco'];
  await composeService(run, ...folder, '    bind: { propagation: rslave }');
  expect(await askedByCompose(run, propagation)).toBe('rslave');
  await composeService(run, ...folder, '    bind: { propagation: rprivate }');
  expect(await askedByCompose(run, propagation)).toBe('rprivate');
});
