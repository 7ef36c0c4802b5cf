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

claim('cinco-espacios-propios', { proves: ['A-142'] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${SLEEP}`);
  const shared = await sharedKinds(run, await hostPid(run, 'caja'));
  for (const own of ['mnt', 'pid', 'net', 'uts', 'ipc']) expect(shared).not.toContain(own);
  expect(shared).toContain('user');
  expect(shared).toContain('time');
});

claim('exec-entra-en-los-mismos', { proves: [] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${SLEEP}`);
  const pid = await hostPid(run, 'caja');
  for (const kind of KINDS) {
    const main = await run.ok(`readlink /proc/${pid}/ns/${kind}`);
    expect(await run.ok(`docker exec caja readlink /proc/self/ns/${kind}`)).toBe(main);
    expect(await run.ok(`nsenter --target ${pid} --all readlink /proc/self/ns/${kind}`)).toBe(main);
  }
});

claim('montajes-nacen-copiados', { proves: [] }, async ({ run }) => {
  await run.ok('echo secreto > /tmp/nota.txt');
  expect(await run.ok('unshare --mount cat /tmp/nota.txt')).toBe('secreto');
  const mounts = 'cut -d" " -f1-3 /proc/self/mounts | sort';
  expect(await run.ok(`unshare --mount sh -c '${mounts}'`)).toBe(await run.ok(mounts));
  // What is mounted later stays inside.
  const pid = await inhabit(run, '--mount');
  await run.ok(`nsenter --target ${pid} --mount mount -t tmpfs tmpfs /mnt`);
  expect(await run.ok(`grep -c ' /mnt tmpfs ' /proc/${pid}/mounts`)).toBe('1');
  expect((await run(`grep ' /mnt tmpfs ' /proc/mounts`)).exitCode).toBe(1);
});

claim('chroot-se-escapa', { proves: [] }, async ({ run }) => {
  await run.ok('echo secreto > /tmp/nota.txt');
  await exportImage(run);
  expect((await run('unshare --mount chroot imagen cat /tmp/nota.txt')).exitCode).toBe(1);
  expect(
    await run.ok(
      `unshare --mount chroot imagen sh -c 'mount -t proc proc /proc && cat /proc/1/root/tmp/nota.txt'`,
    ),
  ).toBe('secreto');
});

claim('montaje-tardio-no-llega', { proves: [] }, async ({ run }) => {
  await run.ok(`mkdir disco && docker run -d --name caja -v $PWD/disco:/disco ${SLEEP}`);
  await run.ok('mount -t tmpfs tmpfs disco && touch disco/foto.jpg');
  expect(await run.ok('docker exec caja ls /disco')).toBe('');
  await run.ok('docker restart -t 0 caja');
  expect(await run.ok('docker exec caja ls /disco')).toBe('foto.jpg');
});

claim('rslave-si-llega', { proves: [] }, async ({ run }) => {
  // What systemd does at boot on a reader's machine.
  await run.ok('mount --make-rshared / && mkdir disco');
  await run.ok(
    `docker run -d --name caja --mount type=bind,src=$PWD/disco,dst=/disco,bind-propagation=rslave ${SLEEP}`,
  );
  await run.ok('mount -t tmpfs tmpfs disco && touch disco/foto.jpg');
  expect(await run.ok('docker exec caja ls /disco')).toBe('foto.jpg');
});

claim('ps-lee-proc', { proves: [] }, async ({ run }) => {
  const look = 'ps -C dockerd -o comm=';
  expect(await run.ok(`unshare --pid --fork sh -c 'echo $$'`)).toBe('1');
  expect(await run.ok(`unshare --pid --fork ${look}`)).toBe('dockerd');
  expect((await run(`unshare --pid --fork --mount-proc ${look}`)).exitCode).toBe(1);
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
  await run.ok(`kill -9 ${pid}`);
  expect(await run.ok('docker wait caja')).toBe('137');
});

claim('red-nueva-solo-lo', { proves: [] }, async ({ run }) => {
  expect(await run.ok('unshare --net ip -br addr')).toMatch(/^lo\s+DOWN$/);
  expect(await run.ok('unshare --net ip route')).toBe('');
});

claim('veth-muere-con-el-espacio', { proves: [] }, async ({ run }) => {
  const pid = await inhabit(run, '--net');
  await run.ok(`ip link add cable type veth peer name eth0 netns ${pid}`);
  await run.ok('ip link show cable');
  await run.ok(`kill ${pid}`);
  await run.until('! ip link show cable');
});

claim('container-comparte-puertos', { proves: ['A-145'] }, async ({ run }) => {
  await run.ok(`docker run -d --name web ${BUSYBOX} httpd -f -p 80 -h /etc`);
  const join = `docker run --rm --network container:web ${BUSYBOX}`;
  await run.until(`${join} wget -qO- http://localhost/hostname`);
  const second = await run(`${join} httpd -f -p 80`);
  expect(second.exitCode).toBe(1);
  expect(second.output).toContain('Address already in use');
});

claim('hostname-sin-permiso', { proves: [] }, async ({ run }) => {
  const change = await run(`docker run --rm ${BUSYBOX} hostname caja`);
  expect(change.exitCode).toBe(1);
  expect(change.output).toContain('Operation not permitted');
  expect(await run.ok(`docker run --rm --cap-add SYS_ADMIN ${BUSYBOX} sh -c 'hostname caja; hostname'`)).toBe(
    'caja',
  );
  expect(await run.ok('hostname')).toBe('docker');
});

claim('shm-es-un-montaje', { proves: [] }, async ({ run }) => {
  await run.ok('echo datos > /dev/shm/cuaderno && ipcmk --queue');
  expect(await run.ok('unshare --ipc cat /dev/shm/cuaderno')).toBe('datos');
  expect((await run('unshare --ipc ipcs --queues | grep root')).exitCode).toBe(1);
  expect((await run(`docker run --rm ${BUSYBOX} cat /dev/shm/cuaderno`)).exitCode).toBe(1);
});

claim('ipc-privado-no-se-presta', { proves: [] }, async ({ run }) => {
  await run.ok(`docker run -d --name cerrado ${SLEEP}`);
  const refused = await run(`docker run --rm --ipc container:cerrado ${BUSYBOX} true`);
  expect(refused.exitCode).toBe(125);
  expect(refused.output).toContain('non-shareable IPC');
  await run.ok(`docker run -d --name abierto --ipc shareable ${SLEEP}`);
  await run.ok(`docker exec abierto sh -c 'echo resultado > /dev/shm/buzon'`);
  expect(await run.ok(`docker run --rm --ipc container:abierto ${BUSYBOX} cat /dev/shm/buzon`)).toBe(
    'resultado',
  );
});

claim('root-del-contenedor-es-root', { proves: ['A-142', 'A-197'] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${SLEEP}`);
  const pid = await hostPid(run, 'caja');
  expect(await run.ok(`ps -o uid= -p ${pid}`)).toBe('0');
  expect(await run.ok(`cat /proc/${pid}/uid_map`)).toMatch(/^0\s+0\s+4294967295$/);
  expect(await run.ok(`docker run --rm -v /etc/shadow:/s:ro ${BUSYBOX} head -c 5 /s`)).toBe('root:');
});

claim('user-da-poder-solo-dentro', { proves: [] }, async ({ run }) => {
  expect((await run(`${PERSON} unshare --uts true`)).exitCode).toBe(1);
  const asRoot = `${PERSON} unshare --user --map-root-user`;
  expect(await run.ok(`${asRoot} --uts sh -c 'hostname caja; hostname; id -u'`)).toBe('caja\n0');
  const shadow = await run(`${asRoot} cat /etc/shadow`);
  expect(shadow.exitCode).toBe(1);
  expect(shadow.output).toContain('Permission denied');
  await run.ok(`${asRoot} touch /tmp/de-quien`);
  expect(await run.ok('stat -c %u /tmp/de-quien')).toBe('1000');
});

claim('remap-root-es-otro', { proves: ['A-203'] }, async ({ run }) => {
  await run.ok(`docker pull -q ${BUSYBOX} && useradd --system dockremap`);
  await run.ok(`echo 'dockremap:100000:65536' | tee -a /etc/subuid /etc/subgid`);
  await run.ok(
    '(dockerd --userns-remap default --data-root /var/lib/docker-2 --exec-root /run/docker-2' +
      ' --pidfile /run/docker-2.pid --host unix:///run/docker-2.sock --bridge none --iptables=false 2> registro &)',
  );
  const second = 'docker -H unix:///run/docker-2.sock';
  await run.until(`${second} info`);
  await run.ok(`docker save ${BUSYBOX} | ${second} load`);
  expect(await run.ok(`${second} run --rm --network none ${BUSYBOX} cat /proc/self/uid_map`)).toMatch(
    /^0\s+100000\s+65536$/,
  );
  const shadow = await run(`${second} run --rm --network none -v /etc/shadow:/s:ro ${BUSYBOX} cat /s`);
  expect(shadow.output).toContain('Permission denied');
  expect(await run.ok(`${second} info --format '{{.DockerRootDir}}'`)).toBe(
    '/var/lib/docker-2/100000.100000',
  );
});

claim('cgroupns-segun-version', { proves: ['A-143'] }, async ({ run }) => {
  await run.ok(`docker pull -q ${BUSYBOX}`);
  const version = await run.ok(`docker info --format '{{.CgroupVersion}}'`);
  const here = await run.ok('readlink /proc/$$/ns/cgroup');
  const there = (option: string) =>
    run.ok(`docker run --rm ${option} ${BUSYBOX} readlink /proc/self/ns/cgroup`);
  if (version === '1') expect(await there('')).toBe(here);
  else expect(await there('')).not.toBe(here);
  expect(await there('--cgroupns private')).not.toBe(here);
  expect(await there('--cgroupns host')).toBe(here);
});

claim('cgroupns-oculta-la-ruta', { proves: [] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja --cgroupns private --pids-limit 50 ${SLEEP}`);
  const paths = (text: string) => new Set(text.split('\n').map((line) => line.split(':')[2]));
  expect(
    paths(await run.ok('docker exec caja grep pids /proc/1/cgroup || docker exec caja cat /proc/1/cgroup')),
  ).toEqual(new Set(['/']));
  expect(await run.ok(`cat /proc/${await hostPid(run, 'caja')}/cgroup`)).toMatch(/docker.*[0-9a-f]{64}/);
  // The limit is there all the same.
  expect(
    await run.ok(
      `docker exec caja sh -c 'cat /sys/fs/cgroup/pids/pids.max 2> /dev/null || cat /sys/fs/cgroup/pids.max'`,
    ),
  ).toBe('50');
});

claim('docker-no-crea-time', { proves: ['A-142'] }, async ({ run }) => {
  await run.ok(`docker pull -q ${BUSYBOX}`);
  const here = await run.ok('readlink /proc/$$/ns/time');
  expect(await run.ok(`docker run --rm --privileged ${BUSYBOX} readlink /proc/self/ns/time`)).toBe(here);
  expect(await run.ok('unshare --time readlink /proc/self/ns/time')).not.toBe(here);
  const flags = await run.ok('docker run --help');
  for (const kind of ['cgroupns', 'ipc', 'network', 'pid', 'userns', 'uts'])
    expect(flags).toContain(`--${kind} `);
  expect(flags).not.toMatch(/--time\b/);
});

claim('uptime-del-anfitrion', { proves: ['A-146'] }, async ({ run }) => {
  await run.ok(`docker pull -q ${BUSYBOX}`);
  const before = Number(await run.ok('cut -d. -f1 /proc/uptime'));
  const inside = Number(await run.ok(`docker run --rm ${BUSYBOX} cut -d. -f1 /proc/uptime`));
  const after = Number(await run.ok('cut -d. -f1 /proc/uptime'));
  expect(inside).toBeGreaterThanOrEqual(before);
  expect(inside).toBeLessThanOrEqual(after);
});

claim('time-no-cambia-la-fecha', { proves: [] }, async ({ run }) => {
  const future = 'unshare --time --boottime 864000';
  const uptime = 'cut -d. -f1 /proc/uptime';
  expect(Number(await run.ok(`${future} ${uptime}`)) - Number(await run.ok(uptime))).toBeGreaterThan(863_900);
  expect(Number(await run.ok(`${future} date +%s`)) - Number(await run.ok('date +%s'))).toBeLessThan(60);
});

claim('compartir-no-es-todo', { proves: ['A-145'] }, async ({ run }) => {
  await run.ok(`docker run -d --name web --hostname jefe ${BUSYBOX} httpd -f -p 8000 -h /etc`);
  const join = `docker run --rm --network container:web --pid container:web ${BUSYBOX}`;
  await run.until(`${join} wget -qO- http://localhost:8000/hostname`);
  expect(await run.ok(`${join} hostname`)).toBe('jefe');
  expect(await run.ok(`${join} sh -c 'tr "\\0" " " < /proc/1/cmdline'`)).toBe('httpd -f -p 8000 -h /etc');
  await run.ok(`docker exec web touch /solo-en-web`);
  expect((await run(`${join} ls /solo-en-web`)).exitCode).toBe(1);
});

claim('contenedor-sin-docker', { proves: ['A-144'] }, async ({ run }) => {
  await exportImage(run);
  const inside = await run.ok(
    `unshare --fork --pid --mount --uts --ipc --net --mount-proc=imagen/proc chroot imagen ` +
      `sh -c 'hostname caja; hostname; echo "pid $$"; ip addr | grep -c "^[0-9]"'`,
  );
  expect(inside).toBe('caja\npid 1\n1');
  expect(await run.ok('hostname')).toBe('docker');
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

claim('nsenter-no-entra-en-el-cgroup', { proves: [] }, async ({ run }) => {
  const tree = await run
    .ok('ls -d /sys/fs/cgroup/pids || echo /sys/fs/cgroup')
    .then((text) => text.split('\n').at(-1));
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
});

claim('a-mano-sin-recortes', { proves: [] }, async ({ run }) => {
  const pid = await inhabit(run, '--mount --pid --net --fork');
  const facts = (where: string) => run.ok(`${where} grep -E 'CapEff|Seccomp:' /proc/self/status`);
  expect(await facts(`nsenter --target ${pid} --net`)).toMatch(/CapEff:\s+0*1f\w+\nSeccomp:\s+0/);
  expect(await facts(`docker run --rm ${BUSYBOX}`)).toMatch(/CapEff:\s+00000000a80425fb\nSeccomp:\s+2/);
});
