/** Claims of «Fundamentos» about namespaces, each proved on a fresh engine. */
import { claim, expect, type Run } from '../support/claim.ts';

const BUSYBOX = 'busybox:1.37';
const SLEEP = `${BUSYBOX} sleep infinity`;
const PERSON = 'setpriv --reuid 1000 --regid 1000 --clear-groups';
const KINDS = ['mnt', 'pid', 'net', 'uts', 'ipc', 'cgroup', 'user', 'time'] as const;

/** PID with which the host knows a container's main process. */
function hostPid(run: Run, container: string): Promise<string> {
  return run.ok(`docker inspect -f '{{.State.Pid}}' ${container}`);
}

/** Kinds of namespace that a process shares with the host's shell. */
async function sharedKinds(run: Run, pid: string): Promise<string[]> {
  const shared = [];
  for (const kind of KINDS) {
    const [here, there] = (await run.ok(`readlink /proc/$$/ns/${kind} /proc/${pid}/ns/${kind}`)).split('\n');
    if (here === there) shared.push(kind);
  }
  return shared;
}

/** Starts a process in new namespaces that stays there; returns its PID once it has left the host's. */
async function inhabit(run: Run, options: string): Promise<string> {
  const parent = await run.ok(`(unshare ${options} sleep 1000 & echo $!)`);
  if (!options.includes('--fork')) {
    await run.until(`grep -q sleep /proc/${parent}/comm`);
    return parent;
  }
  await run.until(`pgrep -P ${parent}`);
  return run.ok(`pgrep -P ${parent}`);
}

/** Files of busybox in the folder `imagen`. */
async function exportImage(run: Run): Promise<void> {
  await run.ok(
    `docker create --name molde ${BUSYBOX} && mkdir imagen && docker export molde | tar -x -C imagen`,
  );
}

claim('seis-espacios-propios', { proves: ['A-142'] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${SLEEP}`);
  const shared = await sharedKinds(run, await hostPid(run, 'caja'));
  for (const own of ['mnt', 'pid', 'net', 'uts', 'ipc', 'time']) expect(shared).not.toContain(own);
  expect(shared).toContain('user');
  // What is compared can be equal: a process of the host shares all, and who asks for it shares more.
  expect(await sharedKinds(run, await run.ok('(sleep 1000 & echo $!)'))).toEqual([...KINDS]);
  await run.ok(`docker run -d --name abierta --pid host --network host --uts host --ipc host ${SLEEP}`);
  const opened = await sharedKinds(run, await hostPid(run, 'abierta'));
  for (const kind of ['pid', 'net', 'uts', 'ipc']) expect(opened).toContain(kind);
  expect(opened).not.toContain('mnt');
});

claim('exec-entra-en-los-mismos', { proves: [] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja --cgroupns private ${SLEEP}`);
  const pid = await hostPid(run, 'caja');
  const own: string[] = [];
  for (const kind of KINDS) {
    const main = await run.ok(`readlink /proc/${pid}/ns/${kind}`);
    expect(await run.ok(`docker exec caja readlink /proc/self/ns/${kind}`)).toBe(main);
    expect(await run.ok(`nsenter --target ${pid} --all readlink /proc/self/ns/${kind}`)).toBe(main);
    // Who enters in one only stays outside of the others.
    const partly = await run.ok(`nsenter --target ${pid} --uts readlink /proc/self/ns/${kind}`);
    if (partly !== main) own.push(kind);
  }
  expect(own).toEqual(['mnt', 'pid', 'net', 'ipc', 'cgroup', 'time']);
});

claim('montajes-nacen-copiados', { proves: [] }, async ({ run }) => {
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

claim('chroot-se-escapa', { proves: [] }, async ({ run }) => {
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

claim('proc-root-es-una-puerta', { proves: [] }, async ({ run }) => {
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

claim('montaje-tardio-no-llega', { proves: [] }, async ({ run }) => {
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

claim('rslave-si-llega', { proves: [] }, async ({ run }) => {
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

claim('rslave-pide-compartido', { proves: [] }, async ({ run }) => {
  await run.ok(`mkdir disco && docker pull -q ${BUSYBOX}`);
  const start = `docker run --rm --mount type=bind,src=$PWD/disco,dst=/disco,bind-propagation=rslave ${BUSYBOX} true`;
  await run.ok('mount --make-rprivate /');
  const refused = await run(start);
  expect(refused.exitCode).toBe(125);
  expect(refused.output).toContain('is not a shared or slave mount');
  await run.ok('mount --make-rshared /');
  await run.ok(start);
});

claim('mount-no-permitido', { proves: [] }, async ({ run }) => {
  const mount = `${BUSYBOX} sh -c 'mkdir /m && mount -t tmpfs tmpfs /m && grep -c " /m tmpfs " /proc/mounts'`;
  expect((await run(`docker run --rm ${mount}`)).output).toContain('permission denied');
  // Where AppArmor has nothing to say, that capability is all that was missing.
  if (!(await run.ok(`docker info -f '{{.SecurityOptions}}'`)).includes('apparmor'))
    expect(await run.ok(`docker run --rm -q --cap-add SYS_ADMIN ${mount}`)).toBe('1');
  expect((await run(`docker run --rm --security-opt seccomp=unconfined ${mount}`)).output).toContain(
    'permission denied',
  );
});

claim('apparmor-no-deja-montar', { proves: [], requires: ['apparmor'] }, async ({ run }) => {
  await run.ok(`docker pull -q ${BUSYBOX}`);
  const mount = (options: string) =>
    run(`docker run --rm --cap-add SYS_ADMIN ${options} ${BUSYBOX} mount -t tmpfs x /tmp`);
  const refused = await mount('');
  expect(refused.exitCode).not.toBe(0);
  expect(refused.output).toContain('ermission denied');
  expect((await mount('--security-opt apparmor=unconfined')).exitCode).toBe(0);
});

claim('ps-lee-proc', { proves: [] }, async ({ run }) => {
  const look = 'ps -C dockerd -o comm=';
  expect(await run.ok(`unshare --pid --fork sh -c 'echo $$'`)).toBe('1');
  expect(await run.ok(`unshare --pid --fork ${look}`)).toBe('dockerd');
  expect((await run(`unshare --pid --fork --mount-proc ${look}`)).exitCode).toBe(1);
});

claim('ps-se-busca-a-si-mismo', { proves: [] }, async ({ run }) => {
  // The shell is number 1 and ps the 2, which nobody bears in this machine.
  expect((await run('test -e /proc/2')).exitCode).toBe(1);
  const look = `sh -c 'ps -e -o comm=; true'`;
  expect(await run.ok(`unshare --pid --fork ${look}`)).toBe('fatal library error, lookup self');
  expect(await run.ok(`unshare --pid --fork --mount-proc ${look}`)).toBe('sh\nps');
});

claim('dos-pid-un-proceso', { proves: ['A-139'] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${SLEEP}`);
  const pid = await hostPid(run, 'caja');
  expect(pid).not.toBe('1');
  expect(await run.ok(`grep NSpid /proc/${pid}/status`)).toMatch(new RegExp(`^NSpid:\\s+${pid}\\s+1$`));
  expect(await run.ok('docker exec caja cat /proc/1/cmdline | tr "\\0" " "')).toBe('sleep infinity');
});

claim('pid1-inmune-desde-dentro', { proves: [] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${SLEEP}`);
  const pid = await hostPid(run, 'caja');
  await run.ok('docker exec caja kill -9 1');
  await run.ok('docker exec caja true');
  // To any other process of the same space it does get.
  expect(await run.ok(`docker exec caja sh -c 'sleep 77 & kill -9 $!; wait $!; echo $?'`)).toMatch(/^137$/m);
  await run.ok(`kill -9 ${pid}`);
  expect(await run.ok('docker wait caja')).toBe('137');
});

claim('al-morir-el-1', { proves: [] }, async ({ run }) => {
  const family = `sh -c 'sleep 556 & sleep 557 & exec sleep 1'`;
  await run.ok(`unshare --pid --fork ${family}`);
  expect((await run('pgrep -fx "sleep 55[67]"')).exitCode).toBe(1);
  // Without a space of their own nobody kills the children that are left.
  await run.ok(`unshare --fork ${family}`);
  expect((await run.ok('pgrep -fx "sleep 55[67]"')).split('\n')).toHaveLength(2);
  // A container is such a space.
  await run.ok(`docker run -d --name caja ${SLEEP} && docker exec -d caja sleep 558`);
  await run.until('pgrep -fx "sleep 558"');
  await run.ok(`kill -9 ${await hostPid(run, 'caja')} && docker wait caja`);
  expect((await run('pgrep -fx "sleep 558"')).exitCode).toBe(1);
});

claim('red-nueva-solo-lo', { proves: [] }, async ({ run }) => {
  const names = `ip -br link | sed 's/[@ ].*//' | sort`;
  const host = (await run.ok(names)).split('\n');
  expect(host).toContain('docker0');
  expect(await run.ok('ip route')).not.toBe('');
  const fresh = (await run.ok(`unshare --net sh -c "${names}"`)).split('\n');
  // Some modules of the kernel put a tunnel of theirs in every space; none comes from the host's.
  const tunnel = /^(tunl|sit|gre|gretap|erspan|ip_vti|ip6tnl|ip6gre|ip6_vti)0$/;
  expect(fresh.filter((name) => !tunnel.test(name))).toEqual(['lo']);
  expect(await run.ok('unshare --net ip -br addr show lo')).toMatch(/^lo\s+DOWN$/);
  expect(await run.ok('unshare --net ip route')).toBe('');
});

claim('veth-muere-con-el-espacio', { proves: [] }, async ({ run }) => {
  const pid = await inhabit(run, '--net');
  await run.ok(`ip link add cable type veth peer name eth0 netns ${pid}`);
  const other = await run.ok(`(nsenter --target ${pid} --net sleep 2000 & echo $!)`);
  await run.until(`grep -q sleep /proc/${other}/comm`);
  // While one is left the space and its cable stay.
  await run.ok(`kill ${pid}`);
  await run.until(`! test -e /proc/${pid}`);
  expect(await run.ok(`nsenter --target ${other} --net ip -br link show eth0`)).toContain('eth0@');
  await run.ok('ip link show cable');
  await run.ok(`kill ${other}`);
  await run.until('! ip link show cable');
});

claim('container-comparte-puertos', { proves: ['A-145'] }, async ({ run }) => {
  const server = `${BUSYBOX} httpd -f -p 80 -h /etc`;
  await run.ok(`docker run -d --name web ${server}`);
  const join = `docker run --rm --network container:web ${BUSYBOX}`;
  await run.until(`${join} wget -qO- http://localhost/hostname`);
  const second = await run(`${join} httpd -f -p 80`);
  expect(second.exitCode).toBe(1);
  expect(second.output).toContain('Address already in use');
  // Each with its own space, the same port does for both, and localhost is not the other's.
  await run.ok(`docker run -d --name otra ${server}`);
  await run.until('docker exec otra wget -qO- http://localhost/hostname');
  expect(await run.ok(`docker ps --format '{{.Names}}' | sort`)).toBe('otra\nweb');
  const apart = await run(`docker run --rm ${BUSYBOX} wget -qO- http://localhost/hostname`);
  expect(apart.output).toContain('Connection refused');
});

claim('hostname-sin-permiso', { proves: [] }, async ({ run }) => {
  const change = `${BUSYBOX} sh -c 'hostname caja && hostname'`;
  // Without the capability, and no other lock removed makes a difference.
  for (const options of ['', '--security-opt seccomp=unconfined']) {
    const denied = await run(`docker run --rm -q ${options} ${change}`);
    expect(denied.exitCode).toBe(1);
    expect(denied.output).toContain('Operation not permitted');
  }
  expect(await run.ok(`docker run --rm --cap-add SYS_ADMIN ${change}`)).toBe('caja');
  expect(await run.ok('hostname')).toBe('docker');
});

claim('shm-es-un-montaje', { proves: [] }, async ({ run }) => {
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

claim('ipc-privado-no-se-presta', { proves: [] }, async ({ run }) => {
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

claim('root-del-contenedor-es-root', { proves: ['A-142', 'A-197'] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${SLEEP}`);
  const pid = await hostPid(run, 'caja');
  expect(await run.ok(`ps -o uid= -p ${pid}`)).toBe('0');
  expect(await run.ok(`cat /proc/${pid}/uid_map`)).toMatch(/^0\s+0\s+4294967295$/);
  const shadow = (options: string) =>
    run(`docker run --rm ${options} -v /etc/shadow:/s:ro ${BUSYBOX} head -c 5 /s`);
  expect((await shadow('')).output).toBe('root:');
  // Another user of the same container may not.
  expect((await shadow('--user 1000')).output).toContain('Permission denied');
});

claim('user-da-poder-solo-dentro', { proves: [] }, async ({ run }) => {
  expect((await run(`${PERSON} unshare --uts true`)).exitCode).toBe(1);
  const asRoot = `${PERSON} unshare --user --map-root-user`;
  expect(await run.ok(`${asRoot} --uts sh -c 'hostname caja; hostname; id -u'`)).toBe('caja\n0');
  // The host's UTS namespace is not its own: there the name stays.
  expect((await run(`${asRoot} hostname caja`)).exitCode).toBe(1);
  expect(await run.ok('hostname')).toBe('docker');
  const shadow = await run(`${asRoot} cat /etc/shadow`);
  expect(shadow.exitCode).toBe(1);
  expect(shadow.output).toContain('Permission denied');
  expect(await run.ok('head -c 5 /etc/shadow')).toBe('root:');
  await run.ok(`${asRoot} touch /tmp/de-quien`);
  expect(await run.ok('stat -c %u /tmp/de-quien')).toBe('1000');
});

/** A second engine with its own store, that other tests of the machine do not see. */
const SECOND = 'docker -H unix:///run/docker-2.sock';

async function startSecond(run: Run, options: string): Promise<void> {
  await run.ok(
    `(dockerd ${options} --data-root /var/lib/docker-2 --exec-root /run/docker-2` +
      ' --pidfile /run/docker-2.pid --host unix:///run/docker-2.sock --bridge none --iptables=false 2> registro &)',
  );
  await run.until(`${SECOND} info`);
}

async function stopSecond(run: Run): Promise<void> {
  await run.ok('kill $(cat /run/docker-2.pid)');
  await run.until('! test -e /run/docker-2.pid');
}

/** Lends to dockremap a range that useradd lends to nobody. */
async function lendRange(run: Run): Promise<void> {
  await run.ok(`docker pull -q ${BUSYBOX} && useradd --system dockremap`);
  await run.ok(`echo 'dockremap:700000000:65536' | tee -a /etc/subuid /etc/subgid`);
}

claim('remap-root-es-otro', { proves: ['A-203'] }, async ({ run }) => {
  await lendRange(run);
  await startSecond(run, '--userns-remap default');
  await run.ok(`docker save ${BUSYBOX} | ${SECOND} load`);
  const map = `${BUSYBOX} cat /proc/self/uid_map`;
  // The same map for each container.
  for (let n = 0; n < 2; n++)
    expect(await run.ok(`${SECOND} run --rm --network none ${map}`)).toMatch(/^0\s+700000000\s+65536$/);
  const shadow = `run --rm --network none -v /etc/shadow:/s:ro ${BUSYBOX} head -c 5 /s`;
  expect((await run(`${SECOND} ${shadow}`)).output).toContain('Permission denied');
  // The same by who renounces, and by the engine of always.
  expect(await run.ok(`${SECOND} ${shadow.replace('--rm', '--rm --userns host')}`)).toBe('root:');
  expect(await run.ok(`docker ${shadow}`)).toBe('root:');
});

claim('remap-cambia-de-almacen', { proves: [] }, async ({ run }) => {
  await lendRange(run);
  const has = async () => [
    await run.ok(`${SECOND} info --format '{{.DockerRootDir}}'`),
    await run.ok(`${SECOND} image ls --format '{{.Repository}}'`),
    await run.ok(`${SECOND} volume ls -q`),
  ];
  await startSecond(run, '');
  await run.ok(`docker save ${BUSYBOX} | ${SECOND} load && ${SECOND} volume create datos`);
  expect(await has()).toEqual(['/var/lib/docker-2', 'busybox', 'datos']);
  await stopSecond(run);
  await startSecond(run, '--userns-remap default');
  expect(await has()).toEqual(['/var/lib/docker-2/700000000.700000000', '', '']);
  await stopSecond(run);
  await startSecond(run, '');
  expect(await has()).toEqual(['/var/lib/docker-2', 'busybox', 'datos']);
});

claim('useradd-presta-desde-100000', { proves: [] }, async ({ run }) => {
  expect(await run.ok('cat /etc/subuid')).toBe('');
  await run.ok('useradd ana && useradd berta && useradd --system servicio');
  expect(await run.ok('cat /etc/subuid')).toBe('ana:100000:65536\nberta:165536:65536');
});

/** Cgroup namespace of a container, beside the host's. */
async function cgroupSpaces(run: Run) {
  await run.ok(`docker pull -q ${BUSYBOX}`);
  const read = (option: string) =>
    run.ok(`docker run --rm ${option} ${BUSYBOX} readlink /proc/self/ns/cgroup`);
  return {
    host: await run.ok('readlink /proc/$$/ns/cgroup'),
    byDefault: await read(''),
    asked: await read('--cgroupns private'),
    renounced: await read('--cgroupns host'),
  };
}

claim('cgroupns-compartido-en-v1', { proves: ['A-143'], requires: ['cgroup1'] }, async ({ run }) => {
  const { host, byDefault, asked, renounced } = await cgroupSpaces(run);
  expect(byDefault).toBe(host);
  expect(renounced).toBe(host);
  expect(asked).not.toBe(host);
});

claim('cgroupns-propio-en-v2', { proves: ['A-143'], requires: ['cgroup2'] }, async ({ run }) => {
  const { host, byDefault, asked, renounced } = await cgroupSpaces(run);
  expect(byDefault).not.toBe(host);
  expect(asked).not.toBe(host);
  expect(renounced).toBe(host);
  await run.ok(`docker run -d --name caja --pids-limit 50 ${SLEEP}`);
  expect(await run.ok('docker exec caja cat /proc/1/cgroup')).toBe('0::/');
  expect(await run.ok(`cat /proc/${await hostPid(run, 'caja')}/cgroup`)).toMatch(/docker.*[0-9a-f]{64}/);
  expect(await run.ok('docker exec caja cat /sys/fs/cgroup/pids.max')).toBe('50');
});

claim('cgroupns-oculta-la-ruta', { proves: [], requires: ['cgroup1'] }, async ({ run }) => {
  const route = /^\d+:pids:\/docker\/[0-9a-f]{64}$/;
  const limit = '/sys/fs/cgroup/pids/pids.max';
  for (const [name, mode] of [
    ['oculta', 'private'],
    ['abierta', 'host'],
  ] as const) {
    await run.ok(`docker run -d --name ${name} --cgroupns ${mode} --pids-limit 50 ${SLEEP}`);
    // From outside, the same kind of group and the same limit.
    expect(await run.ok(`grep pids /proc/${await hostPid(run, name)}/cgroup`)).toMatch(route);
    expect(await run.ok(`docker exec ${name} cat ${limit}`)).toBe('50');
  }
  expect(await run.ok('docker exec oculta grep pids /proc/1/cgroup')).toMatch(/^\d+:pids:\/$/);
  expect(await run.ok('docker exec abierta grep pids /proc/1/cgroup')).toMatch(route);
});

claim('time-propio-sin-desfase', { proves: ['A-142'] }, async ({ run }) => {
  await run.ok(`docker pull -q ${BUSYBOX}`);
  const here = await run.ok('readlink /proc/$$/ns/time');
  const offsets = 'cat /proc/self/timens_offsets';
  for (const options of ['', '--privileged', '--pid host']) {
    const inside = `docker run --rm ${options} ${BUSYBOX}`;
    expect(await run.ok(`${inside} readlink /proc/self/ns/time`)).not.toBe(here);
    expect(await run.ok(`${inside} ${offsets}`)).toMatch(/^monotonic +0 +0\nboottime +0 +0$/);
  }
  // A space with an offset says so in the same place.
  expect(await run.ok(`unshare --time --boottime 864000 ${offsets}`)).toMatch(/boottime +864000 +0$/);
  // No option of the help, where those of the other spaces are.
  const help = await run.ok('docker run --help');
  for (const kind of ['Cgroup', 'PID', 'User', 'UTS']) expect(help).toMatch(new RegExp(`${kind} namespace`));
  expect(help).not.toMatch(/time namespace|--time(ns)?\b/i);
  expect((await run(`docker run --rm --time host ${BUSYBOX} true`)).output).toContain('unknown flag: --time');
});

claim('uptime-del-anfitrion', { proves: ['A-146'] }, async ({ run }) => {
  await run.ok(`docker pull -q ${BUSYBOX}`);
  const read = async (prefix: string) => Number(await run.ok(`${prefix} cut -d. -f1 /proc/uptime`));
  const before = await read('');
  const inside = await read(`docker run --rm ${BUSYBOX}`);
  const after = await read('');
  expect(inside).toBeGreaterThanOrEqual(before);
  expect(inside).toBeLessThanOrEqual(after);
  // A clock of its own would have shown.
  expect(await read('unshare --time --boottime 864000')).toBeGreaterThan(after);
});

claim('time-no-cambia-la-fecha', { proves: [] }, async ({ run }) => {
  const moved = 'unshare --time --boottime 864000 --monotonic 864000';
  const gained = async (command: string) =>
    Number(await run.ok(`${moved} ${command}`)) - Number(await run.ok(command));
  expect(Math.abs((await gained('cut -d. -f1 /proc/uptime')) - 864_000)).toBeLessThan(60);
  expect(Math.abs(await gained('date +%s'))).toBeLessThan(60);
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

claim('el-nombre-se-copia', { proves: [] }, async ({ run }) => {
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

claim('contenedor-sin-docker', { proves: ['A-144'] }, async ({ run }) => {
  await exportImage(run);
  const inside = (spaces: string) =>
    run.ok(
      `unshare --fork --pid --mount --ipc ${spaces} --mount-proc=imagen/proc chroot imagen ` +
        `sh -c 'hostname caja; hostname; echo "pid $$"; ip addr | grep -c "^[0-9]"'`,
    );
  expect(await inside('--uts --net')).toBe('caja\npid 1\n1');
  expect(await run.ok('hostname')).toBe('docker');
  // Each space does its part: without these two, the name and the network are the host's.
  expect(await inside('')).toMatch(/^caja\npid 1\n([2-9]|\d\d)$/);
  expect(await run.ok('hostname')).toBe('caja');
});

claim('pivot-root-pide-un-montaje', { proves: [] }, async ({ run }) => {
  await run.ok('mkdir taller && mount -t tmpfs tmpfs taller && cd taller');
  await exportImage(run);
  const refused = await run(`unshare --mount sh -c 'cd imagen && pivot_root . tmp'`);
  expect(refused.exitCode).toBe(1);
  expect(refused.output).toContain('Invalid argument');
  // Mounted on itself the same folder will do.
  const accepted = await run(
    `unshare --mount sh -c 'mount --bind imagen imagen && cd imagen && pivot_root . tmp && ls / && ls /tmp'`,
  );
  expect(accepted.exitCode).toBe(0);
  expect(accepted.output.split('\n')).toContain('boot');
});

claim('pivot-root-otros-errores', { proves: [] }, async ({ run }) => {
  await exportImage(run);
  const pivot = 'cd imagen && pivot_root . tmp';
  // In the mount of the root itself.
  expect((await run(`unshare --mount sh -c '${pivot}'`)).output).toContain('Device or resource busy');
  const mounted = `sh -c 'mount --bind imagen imagen && ${pivot}'`;
  expect((await run(`unshare --mount ${mounted}`)).exitCode).toBe(0);
  // A mount point, but shared.
  await run.ok('mount --make-rshared /');
  const shared = await run(`unshare --mount --propagation unchanged ${mounted}`);
  expect(shared.output).toContain('Invalid argument');
  expect((await run(`unshare --mount ${mounted}`)).exitCode).toBe(0);
});

/** The same experiment in both versions of cgroup, whose groups live in different folders. */
async function enterWithoutGroup(run: Run, tree: string): Promise<void> {
  const group = `${tree}/caja`;
  const pid = await inhabit(run, '--mount --pid --fork');
  await run.ok(`mkdir ${group} && echo ${pid} > ${group}/cgroup.procs && echo 5 > ${group}/pids.max`);
  const eight = `sh -c 'for i in 1 2 3 4 5 6 7 8; do sleep 1 & done; echo ocho'`;
  expect(await run.ok(`nsenter --target ${pid} --all ${eight}`)).toBe('ocho');
  const limited = await run(
    `sh -c 'echo $$ > ${group}/cgroup.procs; exec nsenter --target ${pid} --all "$@"' sh ${eight}`,
  );
  expect(limited.exitCode).toBe(2);
  expect(limited.output.toLowerCase()).toContain('fork');
}

claim('nsenter-no-entra-en-el-cgroup', { proves: [], requires: ['cgroup1'] }, ({ run }) =>
  enterWithoutGroup(run, '/sys/fs/cgroup/pids'),
);

claim('nsenter-tampoco-en-v2', { proves: [], requires: ['cgroup2'] }, ({ run }) =>
  enterWithoutGroup(run, '/sys/fs/cgroup'),
);

claim('exec-entra-en-el-cgroup', { proves: [] }, async ({ run }) => {
  // Room for runc itself, which enters in the group with several threads.
  await run.ok(`docker run -d --name caja --pids-limit 30 ${SLEEP}`);
  const forty = `sh -c 'for i in $(seq 40); do sleep 1 & done; echo cuarenta'`;
  const counted = await run(`docker exec caja ${forty}`);
  expect(counted.exitCode).toBe(2);
  expect(counted.output).toContain("can't fork");
  // The limit is the group's: who enters in the spaces only does not meet it.
  expect(await run.ok(`nsenter --target ${await hostPid(run, 'caja')} --all ${forty}`)).toBe('cuarenta');
});

claim('a-mano-sin-recortes', { proves: [] }, async ({ run }) => {
  const facts = async (pid: string) => {
    const text = await run.ok(`grep -E '^(CapEff|CapBnd|Seccomp):' /proc/${pid}/status`);
    const [effective, bounding, filter] = text.split('\n').map((line) => line.split('\t')[1]);
    return { effective: BigInt(`0x${effective}`), bounding: BigInt(`0x${bounding}`), filter };
  };
  const shell = await facts('$$');
  const byHand = await facts(await inhabit(run, '--mount --uts --ipc --net --pid --fork'));
  expect(byHand).toEqual({ ...shell, filter: '0' });
  await run.ok(`docker run -d --name caja ${SLEEP}`);
  const docker = await facts(await hostPid(run, 'caja'));
  expect(docker).toEqual({ effective: 0xa80425fbn, bounding: 0xa80425fbn, filter: '2' });
  expect(byHand.bounding & docker.bounding).toBe(docker.bounding);
  expect(byHand.bounding).toBeGreaterThan(docker.bounding);
});

claim('a-mano-abre-dispositivos', { proves: [] }, async ({ run }) => {
  // The kernel's log (1, 11) is not among the devices that Docker lets a container open.
  const open = `sh -c 'mknod /tmp/registro c 1 11 && dd if=/tmp/registro count=0 && echo abierto'`;
  await exportImage(run);
  const spaces = 'unshare --mount --uts --ipc --net --pid --fork';
  expect(await run.ok(`${spaces} chroot imagen ${open}`)).toContain('abierto');
  // Reading that log asks for a capability too; with it, the list alone decides.
  for (const options of ['', '--cap-add SYSLOG']) {
    const refused = await run(`docker run --rm -q ${options} ${BUSYBOX} ${open}`);
    expect(refused.exitCode).toBe(1);
    expect(refused.output).toContain('Operation not permitted');
  }
  const allowed = `docker run --rm --cap-add SYSLOG --device /dev/kmsg ${BUSYBOX} ${open}`;
  expect(await run.ok(allowed)).toContain('abierto');
});

claim('privileged-que-quita', { proves: [] }, async ({ run }) => {
  const look = async (name: string, options: string) => {
    await run.ok(`docker run -d --name ${name} ${options} --pids-limit 50 ${SLEEP}`);
    const pid = await hostPid(run, name);
    const has = async (command: string) =>
      (await run(`docker exec ${name} sh -c '${command}'`)).exitCode === 0;
    return {
      capabilities: (await run.ok(`grep CapBnd /proc/${pid}/status`)).split('\t')[1],
      filter: (await run.ok(`grep Seccomp: /proc/${pid}/status`)).split('\t')[1],
      devices: await has('mknod /tmp/r c 1 11 && dd if=/tmp/r count=0'),
      maskedPaths: await has('grep -q " /proc/" /proc/mounts'),
      writableSys: await has('grep -q " /sys sysfs rw" /proc/mounts'),
      shared: await sharedKinds(run, pid),
      limit: await run.ok(
        `docker exec ${name} sh -c 'cat /sys/fs/cgroup/pids/pids.max 2> /dev/null || cat /sys/fs/cgroup/pids.max'`,
      ),
    };
  };
  const ordinary = await look('corriente', '');
  const privileged = await look('privilegiado', '--privileged');
  const mine = (await run.ok('grep CapBnd /proc/$$/status')).split('\t')[1];
  expect(ordinary).toMatchObject({
    filter: '2',
    devices: false,
    maskedPaths: true,
    writableSys: false,
    limit: '50',
  });
  expect(privileged).toMatchObject({
    filter: '0',
    devices: true,
    maskedPaths: false,
    writableSys: true,
    limit: '50',
  });
  expect(ordinary.capabilities).toBe('00000000a80425fb');
  expect(privileged.capabilities).toBe(mine);
  // What it leaves as it was: the spaces and the limit.
  for (const kind of ['mnt', 'pid', 'net', 'uts', 'ipc']) expect(privileged.shared).not.toContain(kind);
  expect(privileged.shared).toContain('user');
});

claim('lo-que-da-sin-pedirlo', { proves: [] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${SLEEP}`);
  const inside = (command: string) => run.ok(`docker exec caja sh -c '${command}'`);
  const asked = (options: string, command: string) =>
    run.ok(`docker run --rm ${options} ${BUSYBOX} sh -c '${command}'`);
  // A root of its own that it may write in.
  expect(await inside('head -1 /proc/mounts | cut -d" " -f1-2')).toBe('overlay /');
  expect(await inside('touch /f && echo bien')).toBe('bien');
  expect(await asked('--read-only', 'touch /f 2> /dev/null || echo no')).toBe('no');
  // /proc and the most ordinary devices; one more with --device.
  expect(
    await inside(
      'ls /dev/null /dev/zero /dev/full /dev/random /dev/urandom /dev/tty /proc/1/cmdline | wc -l',
    ),
  ).toBe('7');
  expect(await inside('ls /dev/kmsg 2> /dev/null || echo no')).toBe('no');
  expect(await asked('--device /dev/kmsg', 'ls /dev/kmsg')).toBe('/dev/kmsg');
  // Its identifier for a name.
  const id = await run.ok(`docker inspect -f '{{.Id}}' caja`);
  expect(await inside('hostname')).toBe(id.slice(0, 12));
  // 64 MiB of shared memory.
  const shm = 'df -k /dev/shm | tail -1 | tr -s " " | cut -d" " -f2';
  expect(await inside(shm)).toBe(String(64 * 1024));
  expect(await asked('--shm-size 128m', shm)).toBe(String(128 * 1024));
  // A cable to docker0.
  expect(await inside('ls /sys/class/net')).toBe('eth0\nlo');
  expect(await run.ok('ip -br link show master docker0 | wc -l')).toBe('1');
  expect(await asked('--network none', 'ls /sys/class/net')).toBe('lo');
  // No limit of processes is asked for, and no folder of the host.
  expect(await run.ok(`docker inspect -f '{{.HostConfig.PidsLimit}} {{.Mounts}}' caja`)).toBe('<nil> []');
  // Whose order is the image's.
  expect(await run.ok(`docker image inspect -f '{{.Config.Cmd}}' ${BUSYBOX}`)).toBe('[sh]');
  expect(await run.ok(`docker run -d ${BUSYBOX} | xargs docker inspect -f '{{.Config.Cmd}}'`)).toBe('[sh]');
});
