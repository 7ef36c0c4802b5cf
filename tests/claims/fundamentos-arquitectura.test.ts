/** Claims of «Fundamentos» about Docker's architecture, containers and what they are not. */
import { claim, expect, type Run } from '../support/claim.ts';

const API = 'curl -s --unix-socket /var/run/docker.sock';
const JSON_BODY = `-H 'Content-Type: application/json' -d`;
const SLEEP = 'busybox:1.37 sleep 1000';

/** PID of a container as the machine of its engine numbers it. */
function pidOf(run: Run, container: string): Promise<string> {
  return run.ok(`docker inspect -f '{{.State.Pid}}' ${container}`);
}

/** Runs a command as a user without privileges and outside the group docker. */
function asNobody(command: string): string {
  return `setpriv --reuid nobody --regid nogroup --clear-groups --reset-env ${command}`;
}

/** A second engine, in a container of the first, that is not started yet. */
async function addEngine(run: Run): Promise<void> {
  await run.ok('docker run -d --privileged --name motor --entrypoint sleep docker:28-dind infinity');
}

/** Starts the daemon of the second engine. */
async function startEngine(run: Run, options = ''): Promise<void> {
  await run.ok(`docker exec -d motor dockerd-entrypoint.sh ${options || '--log-level=warn'}`);
  await run.until('docker exec motor docker info');
}

/** Runs a container in the second engine and returns its PID there. */
async function runInside(run: Run): Promise<string> {
  await run.ok('docker pull -q busybox:1.37 && docker save busybox:1.37 | docker exec -i motor docker load');
  await run.ok(`docker exec motor docker run -d --name reloj ${SLEEP}`);
  return run.ok(`docker exec motor docker inspect -f '{{.State.Pid}}' reloj`);
}

claim('ejecutar-sin-instalar', { proves: [] }, async ({ run }) => {
  expect((await run('command -v redis-cli')).exitCode).toBe(1);
  expect(await run.ok('docker run --rm -q redis:8 redis-cli --version')).toMatch(/^redis-cli 8\./);
  expect((await run('command -v redis-cli')).exitCode).toBe(1);
  expect(await run.ok('docker ps -aq')).toBe('');
});

claim('paquete-es-la-imagen', { proves: ['A-153'] }, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37');
  const image = await run.ok(`docker image inspect -f '{{.Id}}' busybox:1.37`);
  for (const name of ['uno', 'dos']) await run.ok(`docker run -d --name ${name} ${SLEEP}`);
  await run.ok('docker exec uno sh -c "echo A > /marca"');
  expect((await run('docker exec dos cat /marca')).output).toContain('No such file');
  expect((await run('docker run --rm busybox:1.37 cat /marca')).output).toContain('No such file');
  expect(await run.ok(`docker image inspect -f '{{.Id}}' busybox:1.37`)).toBe(image);
});

claim('cli-usa-la-api', { proves: ['A-136'] }, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37');
  await run.ok(
    `${API} ${JSON_BODY} '{"Image":"busybox:1.37","Cmd":["echo","por API"]}' 'http://d/v1.44/containers/create?name=caja'`,
  );
  expect(await run.ok(`${API} -X POST -w '%{http_code}' http://d/v1.44/containers/caja/start`)).toBe('204');
  expect(await run.ok(`${API} -X POST http://d/v1.44/containers/caja/wait`)).toBe('{"StatusCode":0}');
  expect(await run.ok('docker logs caja')).toBe('por API');
});

claim('la-api-no-descarga', { proves: [] }, async ({ run }) => {
  const create = `${API} ${JSON_BODY} '{"Image":"busybox:1.37"}' -w '%{http_code}' http://d/v1.44/containers/create`;
  const answer = await run.ok(create);
  expect(answer).toContain('No such image: busybox:1.37');
  expect(answer).toMatch(/404$/);
  expect((await run('docker run --rm --pull never busybox:1.37 true')).exitCode).toBe(125);
  // What the client does about it: a request to download, and the same request again.
  await run.ok('docker run --rm busybox:1.37 true');
  expect(await run.ok(create)).toMatch(/201$/);
});

claim('el-socket-es-la-puerta', { proves: [] }, async ({ run }) => {
  const closed = await run(asNobody('docker ps'));
  expect(closed.exitCode).toBe(1);
  expect(closed.output).toContain('permission denied while trying to connect');
  // Nothing else changes: who may write in the socket gives orders.
  await run.ok('chmod 666 /var/run/docker.sock');
  expect(await run.ok(asNobody(`docker run --rm -q busybox:1.37 id -u`))).toBe('0');
});

claim('run-es-create-y-start', { proves: [] }, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37');
  await run.ok(
    `docker events --format '{{.Action}}' > a & pid=$!; until docker info > /dev/null; do :; done`,
  );
  await run.ok(`docker run -d --name uno ${SLEEP}`);
  await run.until('grep -q start a');
  await run.ok('kill $pid');
  await run.ok(
    `docker events --format '{{.Action}}' > b & pid=$!; until docker info > /dev/null; do :; done`,
  );
  await run.ok(`docker create --name dos ${SLEEP} && docker start dos`);
  await run.until('grep -q start b');
  expect(await run.ok('cat b')).toBe(await run.ok('cat a'));
  expect(await run.ok('cat b')).toBe('create\nconnect\nstart');
});

claim('create-no-arranca', { proves: ['A-102', 'A-120'] }, async ({ run }) => {
  await run.ok(`docker create --name caja ${SLEEP}`);
  const state = `docker inspect -f '{{.State.Status}} {{.State.Pid}} [{{.NetworkSettings.Networks.bridge.IPAddress}}]' caja`;
  expect(await run.ok(state)).toBe('created 0 []');
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

claim('runc-no-se-queda', { proves: [] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${SLEEP}`);
  await run.ok(`docker exec caja true`);
  await run.until('! pgrep -x runc');
  expect(await run.ok(`docker inspect -f '{{.State.Status}}' caja`)).toBe('running');
});

claim('un-shim-por-contenedor', { proves: [] }, async ({ run }) => {
  const shims = async () =>
    Number((await run('pgrep -fc "^/usr/bin/containerd-shim-runc-v2"')).output.trim());
  expect(await shims()).toBe(0);
  for (const count of [1, 2, 3]) {
    await run.ok(`docker run -d --name c${count} ${SLEEP}`);
    expect(await shims()).toBe(count);
  }
  await run.ok('docker rm -f c1');
  await run.until('[ "$(pgrep -fc ^/usr/bin/containerd-shim-runc-v2)" = 2 ]');
});

claim('receta-de-runc', { proves: ['A-137'] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${SLEEP}`);
  const file = await run.ok(`find /run -path "*/moby/$(docker inspect -f '{{.Id}}' caja)/config.json"`);
  const types = JSON.parse(await run.ok(`jq -c '[.linux.namespaces[].type]' ${file}`)) as string[];
  const cgroup2 = (await run.ok(`docker info -f '{{.CgroupVersion}}'`)) === '2';
  expect(types.toSorted()).toEqual(
    ['ipc', 'mount', 'network', 'pid', 'uts', ...(cgroup2 ? ['cgroup'] : [])].toSorted(),
  );
  expect(await run.ok(`jq '.process.capabilities.bounding | length' ${file}`)).toBe('14');
  expect(await run.ok(`jq -c .process.args ${file}`)).toBe('["sleep","1000"]');
});

claim('live-restore-sobrevive', { proves: ['A-138'] }, async ({ run }) => {
  await addEngine(run);
  await startEngine(run, '--live-restore');
  const before = await runInside(run);
  await run.ok('docker exec motor pkill -KILL -x dockerd');
  await run.until('! docker exec motor docker info');
  expect(await run.ok(`docker exec motor cat /proc/${before}/cmdline | tr '\\0' ' '`)).toBe('sleep 1000');
  await startEngine(run, '--live-restore');
  expect(await run.ok(`docker exec motor docker ps --format '{{.Names}} {{.State}}'`)).toBe('reloj running');
  expect(await run.ok(`docker exec motor docker inspect -f '{{.State.Pid}}' reloj`)).toBe(before);
});

claim('sin-live-restore-se-paran', { proves: ['A-138'] }, async ({ run }) => {
  await addEngine(run);
  await startEngine(run);
  const before = await runInside(run);
  await run.ok('docker exec motor pkill -TERM -x dockerd');
  await run.until('! docker exec motor pgrep -x dockerd');
  expect((await run(`docker exec motor kill -0 ${before}`)).exitCode).not.toBe(0);
  expect((await run(`docker exec motor pgrep -f -x 'sleep 1000'`)).exitCode).toBe(1);
});

claim('contexto-elige-motor', { proves: [] }, async ({ run }) => {
  await addEngine(run);
  await startEngine(run);
  const address = await run.ok(`docker inspect -f '{{.NetworkSettings.Networks.bridge.IPAddress}}' motor`);
  await run.ok('docker cp -q motor:/certs/client certificados');
  const endpoint = `host=tcp://${address}:2376,ca=certificados/ca.pem,cert=certificados/cert.pem,key=certificados/key.pem`;
  await run.ok(`docker context create servidor --docker "${endpoint}"`);
  const name = `docker info --format '{{.Name}}'`;
  const inside = await run.ok('docker exec motor hostname');
  expect(await run.ok(name)).toBe('docker');
  expect(await run.ok(`docker --context servidor ${name.slice(7)}`)).toBe(inside);
  await run.ok('docker context use servidor');
  expect(await run.ok(name)).toBe(inside);
  expect(await run.ok(`DOCKER_HOST=unix:///var/run/docker.sock ${name} 2> /dev/null`)).toBe('docker');
  // Folders of mounts are those of the other machine; the build context travels.
  await run.ok('mkdir web && echo hola > web/f && docker pull -q busybox:1.37');
  expect(await run.ok('docker run --rm -v "$PWD/web:/web" busybox:1.37 ls -A /web')).toBe('');
  await run.ok(`printf 'FROM busybox:1.37\\nCOPY f /f\\n' | docker build -q -t copia -f - web`);
  expect(await run.ok('docker run --rm copia cat /f')).toBe('hola');
});

claim('tls-pide-certificado', { proves: [] }, async ({ run }) => {
  await addEngine(run);
  await startEngine(run);
  const address = await run.ok(`docker inspect -f '{{.NetworkSettings.Networks.bridge.IPAddress}}' motor`);
  await run.ok('docker cp -q motor:/certs/client c');
  const host = `$(docker exec motor hostname)`;
  const ping = `curl -sS --resolve ${host}:2376:${address} --cacert c/ca.pem`;
  const anonymous = await run(`${ping} https://${host}:2376/_ping`);
  expect(anonymous.exitCode).not.toBe(0);
  expect(anonymous.output).toContain('certificate required');
  expect(await run.ok(`${ping} --cert c/cert.pem --key c/key.pem https://${host}:2376/_ping`)).toBe('OK');
});

claim('tcp-sin-tls-se-retrasa', { proves: ['A-096'] }, async ({ run }) => {
  await run.ok(
    'dockerd --data-root /tmp/d --exec-root /tmp/e --pidfile /tmp/d.pid --bridge none --iptables=false ' +
      '--ip6tables=false --host tcp://0.0.0.0:2375 > /tmp/registro 2>&1 &',
  );
  await run.until('grep -q "Startup is intentionally being slowed down" /tmp/registro');
  const warned = performance.now();
  expect((await run('curl -s http://127.0.0.1:2375/_ping')).exitCode).toBe(7);
  await run.until('curl -s http://127.0.0.1:2375/_ping', 50_000);
  expect(performance.now() - warned).toBeGreaterThan(10_000);
  // And then it serves anyone.
  expect(await run.ok(asNobody('docker -H tcp://127.0.0.1:2375 info --format "{{.DockerRootDir}}"'))).toBe(
    '/tmp/d',
  );
});

claim('version-minima-de-la-api', { proves: ['A-135'] }, async ({ run }) => {
  const [lowest, highest] = (
    await run.ok(`docker version --format '{{.Server.MinAPIVersion}} {{.Server.APIVersion}}'`)
  ).split(' ') as [string, string];
  const next = (version: string, step: number) => `1.${Number(version.split('.')[1]) + step}`;
  await run.ok(`DOCKER_API_VERSION=${lowest} docker ps`);
  const old = await run(`DOCKER_API_VERSION=${next(lowest, -1)} docker ps`);
  expect(old.exitCode).toBe(1);
  expect(old.output).toContain('is too old');
  const young = await run(`DOCKER_API_VERSION=${next(highest, 1)} docker ps`);
  expect(young.exitCode).toBe(1);
  expect(young.output).toContain('is too new');
});

claim('save-da-una-imagen-oci', { proves: ['A-163'] }, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37 && mkdir i && docker save busybox:1.37 | tar -x -C i');
  expect(JSON.parse(await run.ok('cat i/oci-layout'))).toEqual({ imageLayoutVersion: '1.0.0' });
  const blob = (digest: string) => `i/blobs/${digest.replace(':', '/')}`;
  const index = JSON.parse(await run.ok('cat i/index.json'));
  const manifest = JSON.parse(await run.ok(`cat ${blob(index.manifests[0].digest)}`));
  const config = JSON.parse(await run.ok(`cat ${blob(manifest.config.digest)}`));
  expect(config.rootfs.type).toBe('layers');
  for (const { digest } of [index.manifests[0], manifest.config, ...manifest.layers]) {
    expect(`sha256:${await run.ok(`sha256sum ${blob(digest)} | cut -c -64`)}`).toBe(digest);
  }
});

claim('capa-cambiada-no-entra', { proves: [] }, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37 && mkdir i && docker save busybox:1.37 | tar -x -C i');
  await run.ok('docker image rm busybox:1.37 && cp -r i sano');
  await run.ok('echo x >> i/$(jq -r ".[0].Layers[0]" i/manifest.json)');
  const broken = await run('tar -c -C i . | docker load');
  expect(broken.exitCode).toBe(1);
  expect(broken.output).toContain('invalid diffID');
  expect(await run.ok('tar -c -C sano . | docker load')).toContain('busybox:1.37');
});

claim('runc-sin-docker', { proves: [] }, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37 && mkdir -p caja/rootfs');
  await run.ok(
    'docker save busybox:1.37 | tar -xO --wildcards "blobs/sha256/*" | tar -x -C caja/rootfs 2> /dev/null; true',
  );
  await run.ok(
    'docker export $(docker create busybox:1.37) | tar -x -C caja/rootfs && docker ps -aq | xargs docker rm',
  );
  await run.ok('cd caja && runc spec');
  await run.ok(
    `jq '.process.terminal = false | .process.args = ["sh", "-c", "hostname; echo $$"]' config.json > n && mv n config.json`,
  );
  expect(await run.ok('runc run a_mano')).toBe('runc\n1');
  expect(await run.ok('docker ps -aq')).toBe('');
});

claim('el-anfitrion-ve-dentro', { proves: ['A-140'] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${SLEEP}`);
  await run.ok('docker exec caja sh -c "echo visible > /tmp/s"');
  const pid = await pidOf(run, 'caja');
  expect(await run.ok(`cat /proc/${pid}/root/tmp/s`)).toBe('visible');
  expect((await run(`docker exec caja kill -0 ${pid}`)).exitCode).toBe(1);
  expect(await run.ok(`kill -0 ${pid} && echo alcanzable`)).toBe('alcanzable');
});

claim('matar-el-proceso-lo-para', { proves: [] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${SLEEP}`);
  await run.ok('docker exec caja sh -c "echo sigo > /tmp/s"');
  await run.ok(`kill -9 ${await pidOf(run, 'caja')}`);
  expect(await run.ok('docker wait caja')).toBe('137');
  expect(await run.ok(`docker inspect -f '{{.State.Status}} {{.State.OOMKilled}}' caja`)).toBe(
    'exited false',
  );
  await run.ok('docker start caja');
  expect(await run.ok('docker exec caja cat /tmp/s')).toBe('sigo');
});

claim('mismo-nucleo', { proves: ['A-160'] }, async ({ run }) => {
  await run.ok('docker pull -q debian:trixie-slim');
  const kernel = await run.ok('cat /proc/sys/kernel/osrelease /proc/sys/kernel/random/boot_id');
  expect(
    await run.ok(
      'docker run --rm debian:trixie-slim cat /proc/sys/kernel/osrelease /proc/sys/kernel/random/boot_id',
    ),
  ).toBe(kernel);
  expect(await run.ok('docker run --rm debian:trixie-slim ls -A /boot')).toBe('');
  expect((await run('docker run --rm debian:trixie-slim ls /lib/modules')).exitCode).toBe(2);
});

claim('arranque-en-decimas', { proves: ['A-141'] }, async ({ run }) => {
  await run.ok('docker run --rm busybox:1.37 true');
  const times: number[] = [];
  for (let n = 0; n < 5; n++) {
    const { exitCode, ms } = await run('docker run --rm busybox:1.37 true');
    expect(exitCode).toBe(0);
    times.push(ms);
  }
  // The least: what the machine does meanwhile can only add.
  expect(Math.min(...times)).toBeLessThan(1000);
});

claim('capa-nueva-no-ocupa', { proves: ['A-152'] }, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37');
  for (const n of [1, 2, 3]) await run.ok(`docker run -d --name c${n} ${SLEEP}`);
  const sizes = (await run.ok(`docker ps -s --format '{{.Size}}'`)).split('\n');
  expect(sizes).toHaveLength(3);
  for (const size of sizes) expect(size).toMatch(/^0B \(virtual /);
});

claim('el-reloj-es-del-anfitrion', { proves: [] }, async ({ run }) => {
  const set = await run(`docker run --rm -q debian:trixie-slim date -s '2020-01-01 00:00'`);
  expect(set.exitCode).toBe(1);
  expect(set.output).toContain('Operation not permitted');
});

claim('ve-toda-la-memoria', { proves: [] }, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37');
  const total = await run.ok('grep MemTotal /proc/meminfo');
  const limited = 'docker run --rm --memory 64m busybox:1.37';
  expect(await run.ok(`${limited} grep MemTotal /proc/meminfo`)).toBe(total);
  expect(
    await run.ok(`docker inspect -f '{{.HostConfig.Memory}}' $(docker create --memory 64m busybox:1.37)`),
  ).toBe(String(64 * 1024 ** 2));
});

claim('root-es-el-mismo-root', { proves: [] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${SLEEP}`);
  expect(await run.ok('docker exec caja cat /proc/self/uid_map')).toMatch(/^\s*0\s+0\s+4294967295$/);
  expect(await run.ok(`stat -c %u /proc/${await pidOf(run, 'caja')}`)).toBe('0');
});

claim('otra-arquitectura-no-arranca', { proves: ['A-204'] }, async ({ run }) => {
  // A static program whose header says another architecture, and the same program untouched.
  // The example of the page does it with one compiled for ARM.
  const machine = (await run.ok(`docker version --format '{{.Server.Arch}}'`)) === 'arm64' ? 62 : 183;
  await run.ok('docker pull -q busybox:1.37 && docker create --name origen busybox:1.37');
  await run.ok('docker cp -q -L origen:/bin/busybox propio && cp propio ajeno');
  await run.ok(`printf '\\x${machine.toString(16)}' | dd of=ajeno bs=1 seek=18 conv=notrunc status=none`);
  expect(await run.ok('od -An -t u2 -j 18 -N 2 ajeno')).toBe(String(machine));
  // No emulator is registered in this kernel.
  expect((await run('ls /proc/sys/fs/binfmt_misc')).output).not.toContain('qemu');
  for (const name of ['propio', 'ajeno']) {
    await run.ok(`printf 'FROM scratch\nCOPY ${name} /busybox\n' | docker build -q -t ${name} -f - .`);
  }
  const result = await run('docker run --rm ajeno /busybox echo hola');
  expect(result.exitCode).not.toBe(0);
  expect(result.output).toContain('exec /busybox: exec format error');
  expect(await run.ok('docker run --rm propio /busybox echo hola')).toBe('hola');
});

claim('falta-el-cargador', { proves: [] }, async ({ run }) => {
  const build = (from: string, tag: string) =>
    run.ok(
      `printf 'FROM debian:trixie-slim AS o\\nFROM ${from}\\nCOPY --from=o /usr/bin/echo /echo\\nCMD ["/echo", "hola"]\\n' | docker build -q -t ${tag} -`,
    );
  await build('scratch', 'sola');
  const alone = await run('docker run --rm sola');
  expect(alone.exitCode).not.toBe(0);
  expect(alone.output).toContain('exec /echo: no such file or directory');
  await build('debian:trixie-slim', 'acompanada');
  expect(await run.ok('docker run --rm acompanada')).toBe('hola');
});

claim('la-gpu-no-viaja', { proves: ['A-101'] }, async ({ run }) => {
  const result = await run('docker run --rm -q --gpus all busybox:1.37 true');
  expect(result.exitCode).toBe(125);
  expect(result.output).toContain('could not select device driver "" with capabilities: [[gpu]]');
});

claim('construir-dos-veces-difiere', { proves: ['A-168'] }, async ({ run }) => {
  await run.ok(`echo 1 > f && printf 'FROM busybox:1.37\\nCOPY f /f\\n' > Dockerfile`);
  const build = (options = '') => run.ok(`sleep 1.1; docker build -q --no-cache ${options} .`);
  expect(await build()).not.toBe(await build());
  const epoch = '--build-arg SOURCE_DATE_EPOCH=0';
  expect(await build(epoch)).toBe(await build(epoch));
});
