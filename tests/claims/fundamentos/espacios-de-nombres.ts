/** Claims of the page fundamentos/espacios-de-nombres. */

import { claim, expect } from '../../support/claim.ts';
import { hostPid, KINDS, SLEEP, sharedKinds } from './_espacios.ts';

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

claim('exec-entra-en-los-mismos', {}, async ({ run }) => {
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
  // Those of its own that the engine gives it; since Docker 29, also that of time.
  const major = Number(await run.ok(`docker version -f '{{.Server.Version}}' | cut -d. -f1`));
  expect(own).toEqual(['mnt', 'pid', 'net', 'ipc', 'cgroup', ...(major >= 29 ? ['time'] : [])]);
});
