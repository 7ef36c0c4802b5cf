/** Claims of the topic «Redes», each proved on a fresh engine. */
import { claim, expect, type Run } from '../support/claim.ts';

const STATUS = `curl -s -m 2 -o /dev/null -w '%{http_code}'`;
const SLEEP = 'busybox:1.37 sleep infinity';

/** Address of a container in a network. */
function addressOf(run: Run, container: string, network = 'bridge'): Promise<string> {
  return run.ok(
    `docker inspect -f '{{(index .NetworkSettings.Networks "${network}").IPAddress}}' ${container}`,
  );
}

/** Starts nginx and returns once it answers inside its container. */
async function startWeb(run: Run, options = '', name = 'web'): Promise<void> {
  await run.ok(`docker run -d --name ${name} ${options} nginx:1.30`);
  await run.until(`docker exec ${name} curl -s http://localhost`);
}

/** Joins a network namespace to the engine's machine by a cable: for the engine it is another machine. */
async function addNeighbour(run: Run): Promise<void> {
  await run.ok('ip netns add vecino && ip link add cable type veth peer name eth0 netns vecino');
  await run.ok('ip addr add 192.0.2.1/24 dev cable && ip link set cable up');
  await run.ok('ip -n vecino addr add 192.0.2.2/24 dev eth0 && ip -n vecino link set eth0 up');
  await run.ok('ip -n vecino route add default via 192.0.2.1');
}

claim('docker0-es-un-puente', { proves: ['A-191'] }, async ({ run }) => {
  expect(await run.ok('ip -d link show docker0')).toMatch(/^\s+bridge /m);
  const [gateway] = (await run.ok(`ip -4 -br addr show docker0 | awk '{print $3}'`)).split('/');
  expect(await run.ok('docker run --rm busybox:1.37 ip route')).toContain(`default via ${gateway} `);
});

claim('kernel-hace-nat', { proves: ['A-191'] }, async ({ run }) => {
  await addNeighbour(run);
  await run.ok('ip -n vecino route del default');
  for (const name of ['con', 'sin']) await run.ok(`docker run -d --name ${name} ${SLEEP}`);
  const rules = (await run.ok('iptables -t nat -S POSTROUTING')).split('\n');
  const rule = rules.find((line) => line.includes('MASQUERADE'));
  expect(rule).toMatch(/^-A POSTROUTING -s \S+ ! -o docker0 -j MASQUERADE$/);
  // The neighbour knows no way back to the containers' network: only the rule makes it answer.
  // Two containers, because the kernel remembers the translation of a conversation that it has seen.
  expect((await run('docker exec con ping -c 1 -W 2 192.0.2.2')).exitCode).toBe(0);
  await run.ok(`iptables -t nat -D ${rule?.slice(3)}`);
  expect((await run('docker exec sin ping -c 1 -W 2 192.0.2.2')).exitCode).toBe(1);
});

claim('anfitrion-llega-sin-publicar', { proves: ['A-026'] }, async ({ run }) => {
  await startWeb(run);
  expect(await run.ok('docker port web')).toBe('');
  expect(await run.ok(`${STATUS} http://${await addressOf(run, 'web')}`)).toBe('200');
  expect((await run(`${STATUS} http://localhost:80`)).exitCode).toBe(7);
});

claim('bridge-sin-dns', { proves: ['A-193'] }, async ({ run }) => {
  await startWeb(run);
  const byName = await run('docker run --rm busybox:1.37 ping -c 1 web');
  expect(byName.exitCode).toBe(1);
  expect(byName.output).toContain("bad address 'web'");
  await run.ok(`docker run --rm busybox:1.37 ping -c 1 ${await addressOf(run, 'web')}`);
});

claim('bridge-usa-dns-del-anfitrion', { proves: ['A-193'] }, async ({ run }) => {
  await run.ok('docker network create mi_red');
  const inBridge = await run.ok('docker run --rm busybox:1.37 grep ^nameserver /etc/resolv.conf');
  expect(inBridge).not.toContain('127.0.0.11');
  const inOwn = await run.ok(
    'docker run --rm --network mi_red busybox:1.37 grep ^nameserver /etc/resolv.conf',
  );
  expect(inOwn).toBe('nameserver 127.0.0.11');
});

claim('alias-solo-en-redes-propias', { proves: ['A-126'] }, async ({ run }) => {
  const inBridge = await run('docker run --rm --network-alias api busybox:1.37 true');
  expect(inBridge.exitCode).toBe(125);
  expect(inBridge.output).toContain('only supported for user-defined networks');
  await run.ok('docker network create mi_red');
  await run.ok('docker run --rm --network mi_red --network-alias api busybox:1.37 true');
});

claim('red-propia-resuelve-nombres', { proves: ['A-194'] }, async ({ run }) => {
  await run.ok('docker network create mi_red');
  await startWeb(run, '--network mi_red --network-alias portada');
  for (const name of ['web', 'portada']) {
    const page = await run.ok(`docker run --rm --network mi_red busybox:1.37 wget -qO- http://${name}`);
    expect(page).toContain('nginx');
  }
  const answer = await run.ok('docker run --rm --network mi_red busybox:1.37 nslookup -type=a web');
  expect(answer).toMatch(/Server:\s+127\.0\.0\.11/);
  expect(answer).toContain(await addressOf(run, 'web', 'mi_red'));
});

claim('alias-compartido-da-todas-las-ip', { proves: ['A-195'] }, async ({ run }) => {
  await run.ok('docker network create mi_red');
  for (const n of [1, 2, 3]) {
    await run.ok(`docker run -d --name api${n} --network mi_red --network-alias api ${SLEEP}`);
  }
  expect(await addressesOfAlias(run)).toHaveLength(3);
});

claim('parado-sale-del-dns', { proves: ['A-195'] }, async ({ run }) => {
  await run.ok('docker network create mi_red');
  for (const n of [1, 2]) {
    await run.ok(`docker run -d --name api${n} --network mi_red --network-alias api ${SLEEP}`);
  }
  const stopped = await addressOf(run, 'api1', 'mi_red');
  expect(await addressesOfAlias(run)).toContain(stopped);
  await run.ok('docker stop -t 0 api1');
  const left = await addressesOfAlias(run);
  expect(left).toHaveLength(1);
  expect(left).not.toContain(stopped);
});

async function addressesOfAlias(run: Run): Promise<string[]> {
  const answer = await run.ok('docker run --rm --network mi_red busybox:1.37 nslookup -type=a api');
  return [...answer.matchAll(/^Address: (\d+(?:\.\d+){3})$/gm)].map((match) => match[1] as string);
}

claim('ip-no-es-estable', { proves: ['A-196'] }, async ({ run }) => {
  await run.ok('docker network create mi_red');
  await startWeb(run, '--network mi_red');
  const before = await addressOf(run, 'web', 'mi_red');
  await run.ok('docker stop web');
  await run.ok(`docker run -d --name otro --network mi_red ${SLEEP}`);
  expect(await addressOf(run, 'otro', 'mi_red')).toBe(before);
  await run.ok('docker start web');
  expect(await addressOf(run, 'web', 'mi_red')).not.toBe(before);
  await run.until('docker exec otro wget -qO- http://web');
});

claim('red-en-uso-no-se-borra', { proves: ['A-031'] }, async ({ run }) => {
  await run.ok('docker network create mi_red');
  await run.ok(`docker run -d --name web --network mi_red ${SLEEP}`);
  const removal = await run('docker network rm mi_red');
  expect(removal.exitCode).toBe(1);
  expect(removal.output).toContain('network mi_red has active endpoints (name:"web"');
  await run.ok('docker rm -f web && docker network rm mi_red');
});

claim('redes-bridge-no-se-alcanzan', { proves: ['A-190'] }, async ({ run }) => {
  await run.ok('docker network create tienda && docker network create oficina');
  await startWeb(run, '--network tienda');
  await run.ok(`docker run -d --name cliente --network oficina ${SLEEP}`);
  expect((await run('docker exec cliente ping -c 1 web')).output).toContain("bad address 'web'");
  const address = await addressOf(run, 'web', 'tienda');
  expect((await run(`docker exec cliente ping -c 1 -W 2 ${address}`)).exitCode).toBe(1);
});

claim('conectar-en-caliente', { proves: ['A-190'] }, async ({ run }) => {
  await run.ok('docker network create tienda && docker network create oficina');
  await startWeb(run, '--network tienda');
  const started = await run.ok(`docker inspect -f '{{.State.StartedAt}}' web`);
  await run.ok('docker network connect oficina web');
  for (const network of ['tienda', 'oficina']) {
    await run.ok(`docker run --rm --network ${network} busybox:1.37 wget -qO- http://web`);
  }
  expect(await run.ok(`docker inspect -f '{{.State.StartedAt}}' web`)).toBe(started);
});

claim('internal-sin-salida', { proves: ['A-030'] }, async ({ run }) => {
  await run.ok('docker network create --internal cerrada');
  expect(await run.ok('docker run --rm --network cerrada busybox:1.37 ip route')).not.toContain('default');
  const outside = await run('docker run --rm --network cerrada busybox:1.37 wget -qO- http://192.0.2.1');
  expect(outside.output).toContain('Network is unreachable');
  const name = await run('docker run --rm --network cerrada busybox:1.37 wget -qO- http://debian.org');
  expect(name.output).toContain("bad address 'debian.org'");
});

claim('internal-no-publica', { proves: ['A-030'] }, async ({ run }) => {
  await run.ok('docker network create --internal cerrada');
  await startWeb(run, '--network cerrada -p 8080:80');
  expect(await run.ok('docker port web')).toBe('');
  expect((await run(`${STATUS} http://localhost:8080`)).exitCode).toBe(7);
});

const TWO_NETWORKS = `cat > compose.yaml <<'FIN'
services:
  frontal: { image: nginx:1.30, networks: [publica] }
  api: { image: redis:8, networks: [publica, privada] }
  datos: { image: redis:8, networks: [privada] }
networks:
  publica: {}
  privada: { internal: true }
FIN`;

claim('compose-separa-con-dos-redes', { proves: ['A-032'] }, async ({ run }) => {
  await run.ok(TWO_NETWORKS);
  await run.ok('docker compose up -d');
  expect((await run('docker compose exec -T frontal getent hosts datos')).exitCode).toBe(2);
  await run.ok('docker compose exec -T frontal getent hosts api');
  await run.until('docker compose exec -T api redis-cli -h datos ping');
  expect((await run('docker compose exec -T datos getent hosts debian.org')).exitCode).toBe(2);
});

claim('host-descarta-los-puertos', { proves: ['A-123'] }, async ({ run }) => {
  const start = await run.ok('docker run -d --name web --network host -p 8080:80 nginx:1.30');
  expect(start).toContain('Published ports are discarded when using host network mode');
  await run.until('curl -s http://localhost:80');
  expect((await run(`${STATUS} http://localhost:8080`)).exitCode).toBe(7);
  expect(await run.ok('docker port web')).toBe('');
});

claim('none-solo-bucle', { proves: ['A-124'] }, async ({ run }) => {
  await run.ok(`docker run -d --name aislado --network none ${SLEEP}`);
  expect(await run.ok('docker exec aislado ip -4 addr | grep inet')).toBe('inet 127.0.0.1/8 scope host lo');
  expect(await run.ok('docker exec aislado ip route')).toBe('');
});

claim('overlay-exige-swarm', { proves: ['A-125'] }, async ({ run }) => {
  const create = await run('docker network create -d overlay nube');
  expect(create.exitCode).toBe(1);
  expect(create.output).toContain('This node is not a swarm manager');
});

claim('publica-en-todas-las-interfaces', { proves: ['A-029'] }, async ({ run }) => {
  await addNeighbour(run);
  await startWeb(run, '-p 8080:80');
  expect((await run.ok('docker port web')).split('\n')).toEqual([
    '80/tcp -> 0.0.0.0:8080',
    '80/tcp -> [::]:8080',
  ]);
  expect(await run.ok(`ip netns exec vecino ${STATUS} http://192.0.2.1:8080`)).toBe('200');
});

claim('publicar-solo-en-local', { proves: ['A-029'] }, async ({ run }) => {
  await addNeighbour(run);
  await startWeb(run, '-p 127.0.0.1:8080:80');
  expect(await run.ok('docker port web')).toBe('80/tcp -> 127.0.0.1:8080');
  expect(await run.ok(`${STATUS} http://127.0.0.1:8080`)).toBe('200');
  expect((await run(`ip netns exec vecino ${STATUS} http://192.0.2.1:8080`)).exitCode).toBe(7);
});

claim('publicado-esquiva-input', { proves: ['A-029'] }, async ({ run }) => {
  await addNeighbour(run);
  await startWeb(run, '-p 8080:80');
  await run.ok('iptables -A INPUT -i cable -p tcp -j DROP');
  expect(await run.ok(`ip netns exec vecino ${STATUS} http://192.0.2.1:8080`)).toBe('200');
  expect(await run.ok('iptables -t nat -S DOCKER')).toMatch(/--dport 8080 -j DNAT --to-destination \S+:80/);
});

claim('docker-user-si-filtra', { proves: ['A-029'] }, async ({ run }) => {
  await addNeighbour(run);
  await startWeb(run, '-p 8080:80');
  const visit = `ip netns exec vecino ${STATUS} http://192.0.2.1:8080`;
  expect(await run.ok(visit)).toBe('200');
  await run.ok('iptables -I DOCKER-USER -i cable -m conntrack --ctorigdstport 8080 -j DROP');
  expect((await run(visit)).exitCode).toBe(28);
});

claim('acceso-directo-bloqueado', { proves: ['A-192'] }, async ({ run }) => {
  await addNeighbour(run);
  await startWeb(run, '-p 8080:80');
  const address = await addressOf(run, 'web');
  const rule = `PREROUTING -d ${address}/32 ! -i docker0 -j DROP`;
  expect(await run.ok('iptables -t raw -S PREROUTING')).toContain(`-A ${rule}`);
  const visit = `ip netns exec vecino ${STATUS} http://${address}`;
  expect((await run(visit)).exitCode).toBe(28);
  // The rule, and nothing else, is what blocks it.
  await run.ok(`iptables -t raw -D ${rule}`);
  expect(await run.ok(visit)).toBe('200');
});

claim('expose-no-publica', { proves: ['A-027'] }, async ({ run }) => {
  await run.ok(
    `printf 'FROM busybox:1.37\\nEXPOSE 8000\\nCMD ["httpd","-f","-p","8000"]\\n' | docker build -q -t saludo -`,
  );
  await run.ok('docker run -d --name declarado saludo');
  expect(await run.ok('docker port declarado')).toBe('');
  expect(await run.ok(`docker ps --format '{{.Ports}}'`)).toBe('8000/tcp');
  expect((await run(`${STATUS} http://localhost:8000`)).exitCode).toBe(7);
});

claim('sin-expose-se-llega-igual', { proves: ['A-027'] }, async ({ run }) => {
  await run.ok('docker run -d --name callado busybox:1.37 httpd -f -p 9999 -h /etc');
  const address = await addressOf(run, 'callado');
  await run.until(`docker run --rm busybox:1.37 wget -qO- http://${address}:9999/hostname`);
  expect(await run.ok(`docker image inspect -f '{{json .Config.ExposedPorts}}' busybox:1.37`)).toBe('null');
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
  await startWeb(run, '-p 8080:80', 'una');
  await startWeb(run, '-p 8081:80', 'otra');
  for (const port of [8080, 8081]) expect(await run.ok(`${STATUS} http://localhost:${port}`)).toBe('200');
  const third = await run('docker run -d --name tercera -p 8080:80 nginx:1.30');
  expect(third.exitCode).toBe(125);
  // The engine names whichever of the two addresses it looked at first.
  expect(third.output).toMatch(/Bind for (0\.0\.0\.0|::):8080 failed: port is already allocated/);
});

claim('prune-borra-redes-de-parados', { proves: [] }, async ({ run }) => {
  await run.ok('docker network create mi_red');
  await run.ok(`docker run -d --name parado --network mi_red ${SLEEP}`);
  await run.ok('docker stop -t 0 parado');
  expect(await run.ok('docker network prune -f')).toContain('mi_red');
  const start = await run('docker start parado');
  expect(start.exitCode).toBe(1);
  expect(start.output).toMatch(/network \S+ not found/);
});
