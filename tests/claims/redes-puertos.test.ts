/** Claims of the topic «Redes» on publishing ports and the firewall, each proved on a fresh engine. */
import { claim, expect, type Run } from '../support/claim.ts';
import { addNeighbour, addressOf, ownAddress, SLEEP, STATUS, startWeb, visit } from '../support/networks.ts';

claim('publica-en-todas-las-interfaces', { proves: ['A-029'] }, async ({ run }) => {
  await addNeighbour(run);
  await startWeb(run, '-p 8080:80');
  expect((await run.ok('docker port web')).split('\n')).toEqual([
    '80/tcp -> 0.0.0.0:8080',
    '80/tcp -> [::]:8080',
  ]);
  expect(await run.ok(visit(8080))).toBe('200');
  expect(await run.ok(visit(8080, 6))).toBe('200');
  // A family can be chosen.
  await startWeb(run, '-p 0.0.0.0:8081:80', 'cuatro');
  expect(await run.ok('docker port cuatro')).toBe('80/tcp -> 0.0.0.0:8081');
  expect(await run.ok(visit(8081))).toBe('200');
  expect((await run(visit(8081, 6))).exitCode).toBe(7);
});

claim('publicar-solo-en-local', { proves: ['A-029'] }, async ({ run }) => {
  await addNeighbour(run);
  await startWeb(run, '-p 127.0.0.1:8080:80');
  await startWeb(run, '-p 8081:80', 'abierta');
  expect(await run.ok('docker port web')).toBe('80/tcp -> 127.0.0.1:8080');
  expect(await run.ok(`${STATUS} http://127.0.0.1:8080`)).toBe('200');
  for (const family of [4, 6] as const) {
    expect((await run(visit(8080, family))).exitCode).toBe(7);
    expect(await run.ok(visit(8081, family))).toBe('200');
  }
});

claim('publicado-esquiva-input', { proves: ['A-029'] }, async ({ run }) => {
  await addNeighbour(run);
  await startWeb(run, '-p 8080:80');
  await run.ok('docker run -d --network host busybox:1.37 httpd -f -p 8000 -h /etc');
  await run.until('curl -sf http://localhost:8000/hostname');
  // The same rule for both: it does cut a server of the machine.
  const service = visit(8000).replace('8000', '8000/hostname');
  expect(await run.ok(service)).toBe('200');
  await run.ok('iptables -A INPUT -i cable -p tcp -j DROP');
  expect((await run(service)).exitCode).toBe(28);
  expect(await run.ok(visit(8080))).toBe('200');
  // And it is DNAT that takes the packet out of its way: a container that nobody has talked to yet, without it.
  await startWeb(run, '-p 8081:80', 'otra');
  await run.ok(`iptables -t nat -S DOCKER | sed -n '/dport 8081/s/^-A/-t nat -D/p' | xargs iptables`);
  expect((await run(visit(8081))).exitCode).toBe(28);
});

claim('bucle-va-por-docker-proxy', { proves: ['A-029'] }, async ({ run }) => {
  await addNeighbour(run);
  await startWeb(run, '-p 8080:80');
  expect(await run.ok('iptables -t nat -S OUTPUT')).toContain('! -d 127.0.0.0/8');
  const owner = `ss -Hltnp 'sport = :8080' | grep 0.0.0.0:8080`;
  const pid = /"docker-proxy",pid=(\d+)/.exec(await run.ok(owner))?.[1];
  expect(await run.ok(`${STATUS} http://127.0.0.1:8080`)).toBe('200');
  // Without that program the machine itself is left out, and its neighbours notice nothing.
  await run.ok(`kill -KILL ${pid}`);
  expect((await run(`${STATUS} http://127.0.0.1:8080`)).exitCode).toBe(7);
  expect(await run.ok(visit(8080))).toBe('200');
});

const DENY = '-i cable -m conntrack --ctorigdstport 8080 -j DROP';

claim('docker-user-si-filtra', { proves: ['A-029'] }, async ({ run }) => {
  await addNeighbour(run);
  await startWeb(run, '-p 8080:80');
  await startWeb(run, '-p 8081:80', 'otra');
  expect(await run.ok(visit(8080))).toBe('200');
  await run.ok(`iptables -I DOCKER-USER ${DENY}`);
  expect((await run(visit(8080))).exitCode).toBe(28);
  expect(await run.ok(visit(8081))).toBe('200');
});

claim('docker-user-no-frena-ipv6', { proves: ['A-029'] }, async ({ run }) => {
  await addNeighbour(run);
  await startWeb(run, '-p 8080:80');
  for (const tool of ['iptables', 'ip6tables']) await run.ok(`${tool} -I DOCKER-USER ${DENY}`);
  expect((await run(visit(8080))).exitCode).toBe(28);
  expect(await run.ok(visit(8080, 6))).toBe('200');
  // It is a program of the machine that answers, and for those INPUT counts.
  await run.ok('ip6tables -A INPUT -i cable -p tcp --dport 8080 -j DROP');
  expect((await run(visit(8080, 6))).exitCode).toBe(28);
});

claim('red-con-ipv6-como-ipv4', { proves: ['A-029'] }, async ({ run }) => {
  await addNeighbour(run);
  await run.ok('docker network create --ipv6 seis');
  await startWeb(run, '--network seis -p 8080:80');
  await run.ok('ip6tables -A INPUT -i cable -p tcp --dport 8080 -j DROP');
  expect(await run.ok(visit(8080, 6))).toBe('200');
  await run.ok(`ip6tables -I DOCKER-USER ${DENY}`);
  expect((await run(visit(8080, 6))).exitCode).toBe(28);
});

claim('docker-user-va-delante', { proves: ['A-029'] }, async ({ run }) => {
  const mine = '-A DOCKER-USER -p tcp -m tcp --dport 9 -j RETURN';
  const rules = (chain: string) => run.ok(`iptables -S ${chain}`);
  expect(await rules('DOCKER-USER')).toBe('-N DOCKER-USER');
  await run.ok(`iptables ${mine}`);
  await run.ok('docker network create mi_red');
  await startWeb(run, '--network mi_red -p 8080:80');
  const forward = (await rules('FORWARD')).split('\n').filter((line) => line.startsWith('-A'));
  expect(forward[0]).toBe('-A FORWARD -j DOCKER-USER');
  expect(forward.length).toBeGreaterThan(1);
  expect(await rules('DOCKER-USER')).toBe(`-N DOCKER-USER\n${mine}`);
  expect((await rules('DOCKER')).split('\n').length).toBeGreaterThan(2);
});

claim('docker-user-ve-el-puerto-de-dentro', { proves: ['A-029'] }, async ({ run }) => {
  await addNeighbour(run);
  await startWeb(run, '-p 8080:80');
  await run.ok('iptables -I DOCKER-USER -i cable -p tcp --dport 8080 -j DROP');
  expect(await run.ok(visit(8080))).toBe('200');
  await run.ok('iptables -I DOCKER-USER -i cable -p tcp --dport 80 -j DROP');
  expect((await run(visit(8080))).exitCode).toBe(28);
});

claim('acceso-directo-bloqueado', { proves: ['A-192'] }, async ({ run }) => {
  await addNeighbour(run);
  await startWeb(run, '-p 8080:80');
  const address = await addressOf(run, 'web');
  const rule = `PREROUTING -d ${address}/32 ! -i docker0 -j DROP`;
  expect(await run.ok('iptables -t raw -S PREROUTING')).toContain(`-A ${rule}`);
  const directly = `ip netns exec vecino ${STATUS} http://${address}`;
  expect((await run(directly)).exitCode).toBe(28);
  // The rule, and nothing else, is what blocks it.
  await run.ok(`iptables -t raw -D ${rule}`);
  expect(await run.ok(directly)).toBe('200');
});

/** Builds the image of a server that declares its port. */
function buildDeclared(run: Run): Promise<string> {
  return run.ok(
    `printf 'FROM busybox:1.37\\nEXPOSE 8000\\nCMD ["httpd","-f","-p","8000","-h","/etc"]\\n' | docker build -q -t saludo -`,
  );
}

claim('expose-no-publica', { proves: ['A-027'] }, async ({ run }) => {
  await buildDeclared(run);
  await run.ok('docker run -d --name declarado saludo');
  expect(await run.ok('docker port declarado')).toBe('');
  expect(await run.ok(`docker ps --format '{{.Ports}}'`)).toBe('8000/tcp');
  expect((await run(`${STATUS} http://localhost:8000/hostname`)).exitCode).toBe(7);
  await run.ok('docker run -d --name publicado -p 8000:8000 saludo');
  await run.until('curl -sf http://localhost:8000/hostname');
});

claim('sin-expose-se-llega-igual', { proves: ['A-027'] }, async ({ run }) => {
  const start = (name: string, options = '') =>
    run.ok(`docker run -d --name ${name} ${options} busybox:1.37 httpd -f -p 9999 -h /etc`);
  expect(
    await run.ok(`docker image inspect -f '{{json .Config.ExposedPorts}}' $(docker pull -q busybox:1.37)`),
  ).toBe('null');
  await start('callado');
  const address = await addressOf(run, 'callado');
  await run.until(`docker run --rm busybox:1.37 wget -qO- http://${address}:9999/hostname`);
  // What does close the way among neighbours is the network.
  await run.ok('docker network create -o com.docker.network.bridge.enable_icc=false estanca');
  await start('otro', '--network estanca --expose 9999');
  const closed = await run(
    'docker run --rm --network estanca busybox:1.37 wget -T 2 -qO- http://otro:9999/hostname',
  );
  expect(closed.output).toContain('timed out');
});

claim('publicar-todos-usa-expose', { proves: ['A-028'] }, async ({ run }) => {
  await startWeb(run, '-P');
  const [first] = (await run.ok('docker port web')).split('\n');
  const port = Number(/^80\/tcp -> 0\.0\.0\.0:(\d+)$/.exec(first ?? '')?.[1]);
  expect(port).toBeGreaterThanOrEqual(32768);
  expect(await run.ok(`${STATUS} http://localhost:${port}`)).toBe('200');
  await run.ok('docker run -d -P --name mudo busybox:1.37 httpd -f -p 8000');
  expect(await run.ok('docker port mudo')).toBe('');
});

claim('puerto-interno-repetible', { proves: ['A-029'] }, async ({ run }) => {
  const own = await ownAddress(run);
  await startWeb(run, '-p 127.0.0.1:8080:80', 'una');
  await startWeb(run, `-p ${own}:8080:80`, 'otra');
  await startWeb(run, '-p 8081:80', 'tercera');
  for (const place of ['127.0.0.1:8080', `${own}:8080`, 'localhost:8081'])
    expect(await run.ok(`${STATUS} http://${place}`)).toBe('200');
  // Another protocol is another port.
  await run.ok(`docker run -d --name reloj -p 127.0.0.1:8080:123/udp ${SLEEP}`);
  for (const taken of ['127.0.0.1:8080', '8080', '8081']) {
    const again = await run(`docker run --rm -p ${taken}:80 nginx:1.30 true`);
    expect(again.exitCode).toBe(125);
    expect(again.output).toMatch(/Bind for \S+:808\d failed: port is already allocated/);
  }
});

claim('reset-solo-en-la-propia-maquina', { proves: [] }, async ({ run }) => {
  await addNeighbour(run);
  await run.ok('docker run -d --name app -p 8080:8000 busybox:1.37 httpd -f -p 127.0.0.1:8000 -h /etc');
  await run.until('docker exec app wget -qO- http://127.0.0.1:8000/hostname');
  expect([52, 56]).toContain((await run(`${STATUS} http://127.0.0.1:8080`)).exitCode);
  expect((await run(visit(8080))).exitCode).toBe(7);
});

claim('tras-el-fallo-queda-sin-red', { proves: [] }, async ({ run }) => {
  await run.ok(
    'docker pull -q busybox:1.37 && docker run -d --name web -p 8080:80 busybox:1.37 sleep infinity',
  );
  const networks = (name: string) => run.ok(`docker inspect -f '{{len .NetworkSettings.Networks}}' ${name}`);
  const create = (name: string) => `docker create --name ${name} -p 8080:80 busybox:1.37 sleep infinity`;
  for (const name of ['tarde', 'a-tiempo']) await run.ok(create(name));
  expect((await run('docker start tarde')).output).toContain('port is already allocated');
  await run.ok('docker rm -f web && docker start tarde');
  expect(await networks('tarde')).toBe('0');
  expect(await run.ok('docker port tarde')).toBe('');
  // Control: one that did not try while the port was taken has all.
  await run.ok('docker rm -f tarde && docker start a-tiempo');
  expect(await networks('a-tiempo')).toBe('1');
  expect(await run.ok('docker port a-tiempo')).toContain('80/tcp -> 0.0.0.0:8080');
});
