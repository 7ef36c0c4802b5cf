/** Claims of the page fundamentos/la-vida-de-un-docker-run. */

import { claim, expect } from '../../support/claim.ts';
import { pidOf, SLEEP } from './_arquitectura.ts';

claim('run-es-create-y-start', {}, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37');
  const eventsOf = async (file: string, command: string) => {
    await run.ok(`docker events --format '{{.Action}}' > ${file} & pid=$!; sleep 1; docker info > /dev/null`);
    await run.ok(command);
    await run.until(`grep -q start ${file}`);
    await run.ok('kill $pid');
    return (await run.ok(`cat ${file}`)).split('\n');
  };
  const detached = await eventsOf('a', `docker run -d --name uno ${SLEEP}`);
  expect(detached).toEqual(['create', 'connect', 'start']);
  expect(await eventsOf('b', `docker create --name dos ${SLEEP} && docker start dos`)).toEqual(detached);
  // In the foreground the client also takes hold of what the container writes, before it starts.
  const foreground = await eventsOf('c', 'docker run --name tres busybox:1.37 sleep 2');
  expect(foreground.slice(0, 4)).toEqual(['create', 'attach', 'connect', 'start']);
});

claim('create-no-arranca', { proves: ['A-102', 'A-120'] }, async ({ run }) => {
  await run.ok(`docker create --name caja ${SLEEP}`);
  const state = `docker inspect -f '{{.State.Status}} {{.State.Pid}} [{{.NetworkSettings.Networks.bridge.IPAddress}}]' caja`;
  expect(await run.ok(state)).toMatch(/^created 0 \[(invalid IP)?\]$/);
  expect(await run.ok('docker ps -q')).toBe('');
  expect(await run.ok('docker ps -aq | wc -l')).toBe('1');
  // It already has its layer on disk.
  await run.ok('echo hola > f && docker cp -q f caja:/f && docker start caja');
  expect(await run.ok('docker exec caja cat /f')).toBe('hola');
  expect(await run.ok(state)).toMatch(/^running [1-9]\d* \[172\.17\.0\.\d+\]$/);
});

claim('cuelga-del-shim', { proves: ['A-139'] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${SLEEP}`);
  const pid = await pidOf(run, 'caja');
  expect(await run.ok(`grep NSpid /proc/${pid}/status`)).toMatch(new RegExp(`^NSpid:\\s+${pid}\\s+1$`));
  const parent = await run.ok(`ps -o ppid= -p ${pid}`);
  expect(await run.ok(`ps -o args= -p ${parent}`)).toContain('containerd-shim-runc-v2');
  expect(await run.ok('docker exec caja cat /proc/1/cmdline | tr "\\0" " "')).toBe('sleep 1000');
});

claim('runc-no-se-queda', {}, async ({ run }) => {
  // A runtime that writes down when runc begins and when it ends.
  await run.ok(
    `printf '#!/bin/sh\\necho empieza $* >> /tmp/espia\\nrunc "$@"; c=$?\\necho acaba >> /tmp/espia\\nexit $c\\n' > /usr/local/bin/espia`,
  );
  await run.ok('chmod +x /usr/local/bin/espia && mkdir -p /etc/docker');
  await run.ok(`echo '{"runtimes": {"espia": {"path": "/usr/local/bin/espia"}}}' > /etc/docker/daemon.json`);
  await run.ok('pkill -HUP -x dockerd');
  await run.until(`docker info -f '{{.Runtimes}}' | grep espia`);
  await run.ok(`docker run -d --name caja --runtime espia ${SLEEP} && docker exec caja true`);
  const log = await run.ok('cat /tmp/espia');
  for (const task of [' create ', ' start ', ' exec ']) expect(log).toContain(task);
  const count = (word: string) => log.match(new RegExp(`^${word}`, 'gm'))?.length ?? 0;
  expect(count('acaba')).toBe(count('empieza'));
  expect((await run('pgrep -x "runc|espia"')).exitCode).toBe(1);
  expect(await run.ok(`docker inspect -f '{{.State.Status}}' caja`)).toBe('running');
  // While one works, it is seen: an exec that waits does not count, and a runc that waits does.
  await run.ok(
    '(runc --root $(dirname $(dirname $(find /run -path "*/moby/*/state.json"))) exec $(docker inspect -f "{{.Id}}" caja) sleep 77 &)',
  );
  await run.until('pgrep -x runc');
});
