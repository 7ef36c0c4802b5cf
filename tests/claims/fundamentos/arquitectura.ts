/** Claims of the page fundamentos/arquitectura. */

import { claim, expect, type Run } from '../../support/claim.ts';
import { asNobody, debuggedEngine } from './_arquitectura.ts';

const API = 'curl -s --unix-socket /var/run/docker.sock';

const JSON_BODY = `-H 'Content-Type: application/json' -d`;

/** What has been asked of that daemon to do, in order: `containers/create`, `images/create`… */
async function requests(run: Run): Promise<string[]> {
  const text = await run.ok(
    `sed -n 's/.*handling POST request.*request-url="\\?[^ "]*v1\\.[0-9]*\\/\\([^ "?]*\\).*/\\1/p' /tmp/registro`,
  );
  return text.split('\n').map((path) => path.replace(/[0-9a-f]{64}/, 'ID'));
}

claim('cli-usa-la-api', { proves: ['A-136'] }, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37');
  await run.ok(
    `${API} ${JSON_BODY} '{"Image":"busybox:1.37","Cmd":["echo","por API"]}' 'http://d/v1.44/containers/create?name=caja'`,
  );
  expect(await run.ok(`${API} -X POST -w '%{http_code}' http://d/v1.44/containers/caja/start`)).toBe('204');
  expect(await run.ok(`${API} -X POST http://d/v1.44/containers/caja/wait`)).toBe('{"StatusCode":0}');
  expect(await run.ok('docker logs caja')).toBe('por API');
});

claim('la-api-no-descarga', {}, async ({ run }) => {
  const docker = await debuggedEngine(run);
  const create = `curl -s --unix-socket /tmp/d.sock ${JSON_BODY} '{"Image":"busybox:1.37"}' -w '%{http_code}' http://d/v1.44/containers/create`;
  expect(await run.ok(create)).toMatch(/No such image: busybox:1\.37.*404$/s);
  expect((await run(`${docker} run --rm --pull never --network none busybox:1.37 true`)).exitCode).toBe(125);
  expect(await requests(run)).toEqual(['containers/create', 'containers/create']);
  // What the client does about it: a request to download, and the same request again.
  await run.ok(`${docker} run -d --network none busybox:1.37 true`);
  expect((await requests(run)).slice(2)).toEqual([
    'containers/create',
    'images/create',
    'containers/create',
    'containers/ID/wait',
    'containers/ID/start',
  ]);
  expect(await run.ok(create)).toMatch(/201$/);
});

claim('el-socket-es-la-puerta', {}, async ({ run }) => {
  const closed = await run(asNobody('docker ps'));
  expect(closed.exitCode).toBe(1);
  expect(closed.output).toContain('permission denied while trying to connect');
  expect((await run(asNobody('head -c 5 /etc/shadow'))).exitCode).toBe(1);
  // Who is in the group that may write in the socket is root in the containers, and reads what root reads.
  const inGroup = asNobody('').replace('--regid nogroup', '--regid docker');
  expect(await run.ok(`${inGroup} docker run --rm -q busybox:1.37 id -u`)).toBe('0');
  expect((await run(`${inGroup} head -c 5 /etc/shadow`)).exitCode).toBe(1);
  const shadow = 'docker run --rm -v /:/anfitrion:ro busybox:1.37 head -c 5 /anfitrion/etc/shadow';
  expect(await run.ok(`${inGroup} ${shadow}`)).toBe('root:');
  // It is the file and not the group: open to all, any user does.
  await run.ok('chmod 666 /var/run/docker.sock');
  expect(await run.ok(asNobody(`docker run --rm -q busybox:1.37 id -u`))).toBe('0');
});

claim('buildkit-va-en-dockerd', {}, async ({ run }) => {
  expect(await run.ok('docker buildx inspect')).toMatch(/^Driver:\s+docker$/m);
  await run.ok(`docker pull -q busybox:1.37 && printf 'FROM busybox:1.37\nRUN sleep 6\n' > Dockerfile`);
  await run.ok('(docker build -q . > salida 2>&1 &)');
  await run.until('pgrep -fx "sleep 6"');
  // While it builds there is no daemon for it, and what runs hangs from dockerd.
  expect((await run('pgrep buildkitd')).exitCode).toBe(1);
  const ancestors = `p=$(pgrep -fx "sleep 6" | head -1); while [ "$p" -gt 1 ]; do cat /proc/$p/comm; p=$(ps -o ppid= -p $p | tr -d " "); done`;
  expect((await run.ok(ancestors)).split('\n')).toContain('dockerd');
  await run.until('grep sha256 salida');
});
