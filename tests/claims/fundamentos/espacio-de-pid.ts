/** Claims of the page fundamentos/espacio-de-pid. */

import { claim, expect } from '../../support/claim.ts';
import { composeService } from '../../support/compose.ts';
import { hostPid, SLEEP } from './_espacios.ts';

claim('ps-lee-proc', {}, async ({ run }) => {
  const look = 'ps -C dockerd -o comm=';
  expect(await run.ok(`unshare --pid --fork sh -c 'echo $$'`)).toBe('1');
  expect(await run.ok(`unshare --pid --fork ${look}`)).toBe('dockerd');
  expect((await run(`unshare --pid --fork --mount-proc ${look}`)).exitCode).toBe(1);
});

claim('ps-se-busca-a-si-mismo', {}, async ({ run }) => {
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

claim('pid1-inmune-desde-dentro', {}, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${SLEEP}`);
  const pid = await hostPid(run, 'caja');
  await run.ok('docker exec caja kill -9 1');
  await run.ok('docker exec caja true');
  // To any other process of the same space it does get.
  expect(await run.ok(`docker exec caja sh -c 'sleep 77 & kill -9 $!; wait $!; echo $?'`)).toMatch(/^137$/m);
  await run.ok(`kill -9 ${pid}`);
  expect(await run.ok('docker wait caja')).toBe('137');
});

claim('al-morir-el-1', {}, async ({ run }) => {
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

claim('init-atiende-la-parada', {}, async ({ run }) => {
  // A minute, so that a slow machine does not reach it by itself.
  const stop = async (name: string) => {
    await run.ok(`docker stop -t 60 ${name}`);
    return run.ok(`docker inspect -f '{{.State.ExitCode}}' ${name}`);
  };
  await run.ok(`docker run -d --name con --init ${SLEEP}`);
  expect(await stop('con')).toBe('143');
  await composeService(run, 'init: true');
  await run.ok('docker compose up -d');
  expect(await stop('p-caja-1')).toBe('143');
  // Control: without it the same program does not attend.
  await run.ok(`docker run -d --name sin ${SLEEP} && docker stop -t 1 sin`);
  expect(await run.ok(`docker inspect -f '{{.State.ExitCode}}' sin`)).toBe('137');
});
