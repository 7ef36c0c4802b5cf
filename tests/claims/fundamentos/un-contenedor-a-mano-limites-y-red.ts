/** Claims of the page fundamentos/un-contenedor-a-mano-limites-y-red. */

import { claim, expect, type Run } from '../../support/claim.ts';
import { BUSYBOX, exportImage, hostPid, inhabit, SLEEP } from './_espacios.ts';

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

claim('nsenter-no-entra-en-el-cgroup', { requires: ['cgroup1'] }, ({ run }) =>
  enterWithoutGroup(run, '/sys/fs/cgroup/pids'),
);

claim('nsenter-tampoco-en-v2', { requires: ['cgroup2'] }, ({ run }) =>
  enterWithoutGroup(run, '/sys/fs/cgroup'),
);

claim('exec-entra-en-el-cgroup', {}, async ({ run }) => {
  // Room for runc itself, which enters in the group with several threads.
  await run.ok(`docker run -d --name caja --pids-limit 30 ${SLEEP}`);
  const forty = `sh -c 'for i in $(seq 40); do sleep 1 & done; echo cuarenta'`;
  const counted = await run(`docker exec caja ${forty}`);
  expect(counted.exitCode).toBe(2);
  expect(counted.output).toContain("can't fork");
  // The limit is the group's: who enters in the spaces only does not meet it.
  expect(await run.ok(`nsenter --target ${await hostPid(run, 'caja')} --all ${forty}`)).toBe('cuarenta');
});

claim('a-mano-sin-recortes', {}, async ({ run }) => {
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

claim('a-mano-abre-dispositivos', {}, async ({ run }) => {
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
