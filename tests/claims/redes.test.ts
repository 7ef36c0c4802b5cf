/** Claims of the topic «Redes» on names, networks and drivers, each proved on a fresh engine. */
import { claim, expect, type Run } from '../support/claim.ts';
import { addNeighbour, addressOf, SLEEP, STATUS, startWeb } from '../support/networks.ts';

/** A public name that every machine with an engine resolves; in the bench, it is the hub. */
const OUTSIDE = 'docker.io';

claim('docker0-es-un-puente', { proves: ['A-191'] }, async ({ run }) => {
  expect(await run.ok('ip -d link show docker0')).toMatch(/^\s+bridge /m);
  const [gateway] = (await run.ok(`ip -4 -br addr show docker0 | awk '{print $3}'`)).split('/');
  expect(await run.ok('docker run --rm busybox:1.37 ip route')).toContain(`default via ${gateway} `);
});

claim('veth-es-un-cable', { proves: ['A-191'] }, async ({ run }) => {
  for (const name of ['cliente', 'otro']) await run.ok(`docker run -d --name ${name} ${SLEEP}`);
  const far = await run.ok('docker exec cliente cat /sys/class/net/eth0/iflink');
  const cards = await run.ok('ip -o link show master docker0');
  const card = new RegExp(`^${far}: (veth[0-9a-f]+)@`, 'm').exec(cards)?.[1];
  const reach = (container: string) =>
    run(
      `docker exec ${container} ping -c 1 -W 1 $(ip -4 -br addr show docker0 | awk '{print $3}' | cut -d/ -f1)`,
    );
  expect((await reach('cliente')).exitCode).toBe(0);
  await run.ok(`ip link set ${card} down`);
  expect((await reach('cliente')).exitCode).toBe(1);
  expect((await reach('otro')).exitCode).toBe(0);
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
  // Publishing is what was missing for localhost.
  await startWeb(run, '-p 80:80', 'publicada');
  expect(await run.ok(`${STATUS} http://localhost:80`)).toBe('200');
});

claim('bridge-sin-dns', { proves: ['A-193'] }, async ({ run }) => {
  await startWeb(run);
  const byName = await run('docker run --rm busybox:1.37 ping -c 1 web');
  expect(byName.exitCode).toBe(1);
  expect(byName.output).toContain("bad address 'web'");
  await run.ok(`docker run --rm busybox:1.37 ping -c 1 ${await addressOf(run, 'web')}`);
  // The same container, by the same name, in a network that does have names.
  await run.ok('docker network create mi_red && docker network connect mi_red web');
  await run.ok('docker run --rm --network mi_red busybox:1.37 ping -c 1 web');
});

const SECOND = 'docker -H unix:///tmp/otro/docker.sock';

/** Starts, or starts again, an engine that was not told which name servers to use. */
async function startUntoldEngine(run: Run): Promise<void> {
  await run.ok(
    'dockerd --host unix:///tmp/otro/docker.sock --data-root /var/lib/docker/otro --exec-root /tmp/otro/e ' +
      '--pidfile /tmp/otro/pid --bridge otro --iptables=false --ip6tables=false > /tmp/otro/registro 2>&1 &',
  );
  await run.until(`${SECOND} version`);
}

claim('bridge-usa-dns-del-anfitrion', { proves: ['A-193'] }, async ({ run }) => {
  await run.ok('mkdir /tmp/otro && docker pull -q busybox:1.37 && docker network create mi_red');
  await run.ok('ip link add otro type bridge && ip addr add 172.30.0.1/16 dev otro && ip link set otro up');
  const servers = (docker: string, options = '') =>
    run.ok(`${docker} run --rm ${options} busybox:1.37 grep ^nameserver /etc/resolv.conf`);
  const hostUses = (address: string) => run.ok(`echo nameserver ${address} > /etc/resolv.conf`);
  await hostUses('192.0.2.53');
  await startUntoldEngine(run);
  await run.ok(`docker save busybox:1.37 | ${SECOND} load`);
  expect(await servers(SECOND)).toBe('nameserver 192.0.2.53');
  await hostUses('192.0.2.54');
  expect(await servers(SECOND)).toBe('nameserver 192.0.2.54');
  expect(await servers('docker', '--network mi_red')).toBe('nameserver 127.0.0.11');
  // A server that listens on the host's own loop would be, inside, the container's.
  await hostUses('127.0.0.1');
  expect(await servers(SECOND)).toBe('nameserver 8.8.8.8\nnameserver 8.8.4.4');
  await run.ok('kill $(cat /tmp/otro/pid) && mkdir -p /run/systemd/resolve');
  await run.until('! test -e /tmp/otro/pid');
  await hostUses('127.0.0.53');
  await run.ok('echo nameserver 192.0.2.55 > /run/systemd/resolve/resolv.conf');
  await startUntoldEngine(run);
  expect(await servers(SECOND)).toBe('nameserver 192.0.2.55');
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
  const stranger = await run('docker run --rm --network mi_red busybox:1.37 wget -qO- http://nadie');
  expect(stranger.output).toContain("bad address 'nadie'");
});

claim('dns-pregunta-fuera', { proves: ['A-194'] }, async ({ run }) => {
  await run.ok('docker network create mi_red');
  await startWeb(run, '--network mi_red');
  const ask = (name: string, options = '') =>
    run(`docker run --rm --network mi_red ${options} redis:8 getent hosts ${name}`);
  expect((await ask(OUTSIDE)).exitCode).toBe(0);
  expect((await ask('nadie')).exitCode).toBe(2);
  // With a server outside that nobody attends, names outside are lost and those of the network are not.
  expect((await ask(OUTSIDE, '--dns 192.0.2.99')).exitCode).toBe(2);
  expect((await ask('web', '--dns 192.0.2.99')).exitCode).toBe(0);
});

claim('postgres-pide-contrasena', { proves: [] }, async ({ run }) => {
  const start = await run('docker run -q --rm postgres:18');
  expect(start.exitCode).toBe(1);
  expect(start.output).toContain('superuser password is not specified');
  await run.ok('docker run -d --name base -e POSTGRES_PASSWORD=x postgres:18');
  await run.until('docker exec base pg_isready -h 127.0.0.1', 60_000);
});

/** Starts several containers under one alias in a network of theirs. */
async function startAliased(run: Run, names: string[]): Promise<void> {
  await run.ok('docker network create mi_red');
  for (const name of names)
    await run.ok(`docker run -d --name ${name} --network mi_red --network-alias api ${SLEEP}`);
}

/** Addresses of the alias, in the order of one answer for each of some questions. */
async function answersOfAlias(run: Run, questions = 1): Promise<string[][]> {
  const text = await run.ok(
    `docker run --rm --network mi_red busybox:1.37 sh -c 'for n in $(seq ${questions}); do nslookup -type=a api; done'`,
  );
  return text
    .split(/^Server:/m)
    .slice(1)
    .map((answer) =>
      [...answer.matchAll(/^Address: (\d+(?:\.\d+){3})$/gm)].map(([, address]) => address as string),
    );
}

claim('alias-compartido-da-todas-las-ip', { proves: ['A-195'] }, async ({ run }) => {
  const names = ['api1', 'api2', 'api3'];
  await startAliased(run, names);
  const answers = await answersOfAlias(run, 60);
  expect(answers).toHaveLength(60);
  for (const name of names) {
    const address = await addressOf(run, name, 'mi_red');
    expect(answers.every((answer) => answer.length === 3 && answer.includes(address))).toBe(true);
    // Each of them is the first in a good part of the answers.
    expect(answers.filter(([first]) => first === address).length).toBeGreaterThan(4);
  }
});

claim('parado-sale-del-dns', { proves: ['A-195'] }, async ({ run }) => {
  await startAliased(run, ['api1', 'api2']);
  const stopped = await addressOf(run, 'api1', 'mi_red');
  const [before] = await answersOfAlias(run);
  expect(before).toContain(stopped);
  await run.ok('docker stop -t 0 api1');
  expect(await answersOfAlias(run)).toEqual([[await addressOf(run, 'api2', 'mi_red')]]);
});

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
  // What holds it is that the container runs.
  await run.ok('docker stop -t 0 web && docker network rm mi_red');
});

/** Two networks with somebody in each: `web` in tienda, `cliente` in oficina. */
async function startTwoNetworks(run: Run, webOptions = ''): Promise<void> {
  await run.ok('docker network create tienda && docker network create oficina');
  await startWeb(run, `--network tienda ${webOptions}`);
  await run.ok(`docker run -d --name cliente --network oficina ${SLEEP}`);
}

const asks = (url: string) => `docker exec cliente wget -T 2 -qO- ${url}`;

claim('redes-bridge-no-se-alcanzan', { proves: ['A-190'] }, async ({ run }) => {
  await startTwoNetworks(run, '-p 8080:80');
  expect((await run(asks('http://web'))).output).toContain("bad address 'web'");
  const address = await addressOf(run, 'web', 'tienda');
  expect((await run(asks(`http://${address}`))).output).toContain('timed out');
  expect((await run(`docker exec cliente ping -c 1 -W 2 ${address}`)).exitCode).toBe(1);
  // By the front door, as anybody else.
  const [host] = (await run.ok(`docker exec cliente ip route | awk '/^default/{print $3}'`)).split('\n');
  expect(await run.ok(asks(`http://${host}:8080`))).toContain('nginx');
});

claim('las-separan-reglas', { proves: ['A-190'] }, async ({ run }) => {
  await startTwoNetworks(run);
  const visit = asks(`http://${await addressOf(run, 'web', 'tienda')}`);
  expect((await run(visit)).exitCode).toBe(1);
  // One lock is in the table raw; the others, in the chains that DOCKER-USER lets one skip.
  await run.ok('iptables -t raw -F PREROUTING');
  expect((await run(visit)).exitCode).toBe(1);
  await run.ok('iptables -I DOCKER-USER -j ACCEPT');
  expect(await run.ok(visit)).toContain('nginx');
});

claim('conectar-en-caliente', { proves: ['A-190'] }, async ({ run }) => {
  await startTwoNetworks(run);
  const started = await run.ok(`docker inspect -f '{{.State.StartedAt}}' web`);
  expect((await run(asks('http://web'))).exitCode).toBe(1);
  await run.ok('docker network connect oficina web');
  expect(await run.ok(asks('http://web'))).toContain('nginx');
  await run.ok('docker run --rm --network tienda busybox:1.37 wget -qO- http://web');
  expect(await run.ok(`docker inspect -f '{{.State.StartedAt}}' web`)).toBe(started);
});

claim('en-dos-redes-no-es-paso', { proves: ['A-190'] }, async ({ run }) => {
  await startTwoNetworks(run);
  await run.ok('docker network connect oficina web');
  await startWeb(run, '--network tienda', 'almacen');
  const inStore = `http://${await addressOf(run, 'almacen', 'tienda')}`;
  expect(await run.ok(`docker exec web curl -s ${inStore}`)).toContain('nginx');
  expect(await run.ok(asks('http://web'))).toContain('nginx');
  expect((await run(asks('http://almacen'))).output).toContain("bad address 'almacen'");
  expect((await run(asks(inStore))).output).toContain('timed out');
});

claim('internal-sin-salida', { proves: ['A-030'] }, async ({ run }) => {
  await addNeighbour(run);
  await run.ok('docker network create normal && docker network create --internal cerrada');
  const within = (network: string, command: string) =>
    run(`docker run -q --rm --network ${network} ${command}`);
  const outside = 'busybox:1.37 ping -c 1 -W 2 192.0.2.2';
  const name = `redis:8 getent hosts ${OUTSIDE}`;
  // The same three questions, with a way out and without it.
  expect((await within('normal', 'busybox:1.37 ip route')).output).toContain('default');
  expect((await within('normal', outside)).exitCode).toBe(0);
  expect((await within('normal', name)).exitCode).toBe(0);
  expect((await within('cerrada', 'busybox:1.37 ip route')).output).not.toContain('default');
  expect((await within('cerrada', outside)).output).toContain('Network is unreachable');
  expect((await within('cerrada', name)).exitCode).toBe(2);
});

/** A server of the host on every address of its own. */
async function startHostService(run: Run): Promise<void> {
  await run.ok('docker run -d --name anfitrion --network host busybox:1.37 httpd -f -p 8000 -h /etc');
  await run.until('curl -sf http://localhost:8000/hostname');
}

const gatewayOf = (network: string) =>
  `docker network inspect -f '{{(index .IPAM.Config 0).Gateway}}' ${network}`;

claim('internal-ve-al-anfitrion', { proves: ['A-030'] }, async ({ run }) => {
  await startHostService(run);
  await run.ok('docker network create --internal cerrada');
  const gateway = await run.ok(gatewayOf('cerrada'));
  const visit = `docker run --rm --network cerrada busybox:1.37 wget -T 2 -qO- http://${gateway}:8000/hostname`;
  expect(await run.ok(visit)).toBe('docker');
  await startWeb(run, '--network cerrada');
  expect(await run.ok(`${STATUS} http://${await addressOf(run, 'web', 'cerrada')}`)).toBe('200');
});

claim('isolated-no-ve-al-anfitrion', { proves: ['A-030'] }, async ({ run }) => {
  await startHostService(run);
  const option = '-o com.docker.network.bridge.gateway_mode_ipv4=isolated';
  await run.ok(`docker network create --internal ${option} sola`);
  await startWeb(run, '--network sola');
  await run.ok(`docker run -d --name cliente --network sola ${SLEEP}`);
  expect(await run.ok(gatewayOf('sola'))).toMatch(/^(invalid IP)?$/);
  const addresses = (await run.ok('hostname -I')).split(/\s+/).filter((address) => !address.includes(':'));
  expect(addresses.length).toBeGreaterThan(1);
  for (const address of addresses)
    expect((await run(asks(`http://${address}:8000/hostname`))).output).toContain('Network is unreachable');
  // Nor does the host have a way in; among themselves they do talk.
  const route = await run.ok(`ip route get ${await addressOf(run, 'web', 'sola')}`);
  expect(route).toMatch(/ via .* dev eth0 /);
  expect(await run.ok(asks('http://web'))).toContain('nginx');
});

claim('internal-no-publica', { proves: ['A-030'] }, async ({ run }) => {
  await run.ok('docker network create normal && docker network create --internal cerrada');
  await startWeb(run, '--network cerrada -p 8080:80');
  await startWeb(run, '--network normal -p 8081:80', 'otra');
  expect(await run.ok('docker port web')).toBe('');
  expect((await run(`${STATUS} http://localhost:8080`)).exitCode).toBe(7);
  expect(await run.ok(`${STATUS} http://localhost:8081`)).toBe('200');
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
  // The API knows the way out of the other network; the database, in the inner one alone, does not.
  await run.ok(`docker compose exec -T api getent hosts ${OUTSIDE}`);
  expect((await run(`docker compose exec -T datos getent hosts ${OUTSIDE}`)).exitCode).toBe(2);
});

claim('host-descarta-los-puertos', { proves: ['A-123'] }, async ({ run }) => {
  const warning = 'Published ports are discarded when using host network mode';
  const start = await run.ok('docker run -d --name web --network host -p 8080:80 nginx:1.30');
  expect(start).toContain(warning);
  await run.until('curl -s http://localhost:80');
  expect((await run(`${STATUS} http://localhost:8080`)).exitCode).toBe(7);
  expect(await run.ok('docker port web')).toBe('');
  expect(await run.ok('docker run -d --name otra -p 8080:80 nginx:1.30')).not.toContain(warning);
  await run.until('curl -s http://localhost:8080');
});

claim('none-solo-bucle', { proves: ['A-124'] }, async ({ run }) => {
  // Interfaces that are up: a kernel with modules of tunnels gives every network namespace one of each, switched off.
  const up = async (network: string) => {
    const list = await run.ok(`docker run --rm --network ${network} busybox:1.37 ip -o link`);
    return [...list.matchAll(/^\d+: ([^:@]+)[^<]*<([^>]*)>/gm)]
      .filter(([, , flags]) => flags?.split(',').includes('UP'))
      .map(([, name]) => name);
  };
  const routes = (network: string) =>
    run.ok(`docker run --rm --network ${network} busybox:1.37 sh -c 'ip route; ip -6 route'`);
  expect(await up('none')).toEqual(['lo']);
  expect(await routes('none')).toBe('');
  expect(await up('bridge')).toEqual(['lo', 'eth0']);
  expect(await routes('bridge')).toContain('default');
});

claim('overlay-exige-swarm', { proves: ['A-125'] }, async ({ run }) => {
  const create = await run('docker network create -d overlay nube');
  expect(create.exitCode).toBe(1);
  expect(create.output).toContain('This node is not a swarm manager');
  await run.ok('docker swarm init && docker network create -d overlay nube');
});

claim('swarm-escucha-en-2377-y-7946', { proves: ['A-125'] }, async ({ run }) => {
  const listens = async () => {
    const lines = (await run.ok(`ss -Hltnup | grep dockerd || true`)).split('\n');
    return lines.map((line) => line.replace(/^(tcp|udp).*?:(\d+) .*$/, '$1 $2')).sort();
  };
  expect(await listens()).toEqual(['']);
  await run.ok('docker swarm init');
  expect(await listens()).toEqual(['tcp 2377', 'tcp 7946', 'udp 7946']);
});

claim('overlay-es-vxlan', { proves: ['A-125'] }, async ({ run }) => {
  await run.ok('docker swarm init && docker network create -d overlay --attachable nube');
  await run.ok(`docker run -d --name uno --network nube ${SLEEP}`);
  const cards = await run.ok(
    'for n in /run/docker/netns/1-*; do nsenter --net=$n ip -d link show type vxlan; done',
  );
  expect(cards).toMatch(/vxlan id \d+ .*dstport 4789 /);
});

claim('host-gateway-es-docker0', { proves: [] }, async ({ run }) => {
  await run.ok('docker network create mi_red');
  const [bridge] = (await run.ok(`ip -4 -br addr show docker0 | awk '{print $3}'`)).split('/');
  const options = '--add-host anfitrion:host-gateway';
  for (const network of ['bridge', 'mi_red']) {
    const hosts = await run.ok(`docker run --rm --network ${network} ${options} busybox:1.37 cat /etc/hosts`);
    expect(hosts).toMatch(new RegExp(`^${bridge}\\s+anfitrion$`, 'm'));
  }
  // A service on every address answers there; one on the host's loop does not.
  await startHostService(run);
  await run.ok('docker run -d --network host busybox:1.37 httpd -f -p 127.0.0.1:8001 -h /etc');
  await run.until('curl -sf http://127.0.0.1:8001/hostname');
  const visit = (port: number) =>
    run(`docker run --rm ${options} busybox:1.37 wget -qO- http://anfitrion:${port}/hostname`);
  expect((await visit(8000)).output).toContain('docker');
  expect((await visit(8001)).output).toContain('Connection refused');
});

claim('prune-borra-redes-de-parados', { proves: [] }, async ({ run }) => {
  for (const state of ['parado', 'vivo']) {
    await run.ok(`docker network create red_${state}`);
    await run.ok(`docker run -d --name ${state} --network red_${state} ${SLEEP}`);
  }
  await run.ok('docker stop -t 0 parado');
  const pruned = await run.ok('docker network prune -f');
  expect(pruned).toContain('red_parado');
  expect(pruned).not.toContain('red_vivo');
  const start = await run('docker start parado');
  expect(start.exitCode).toBe(1);
  expect(start.output).toMatch(/network \S+ not found/);
  await run.ok('docker restart -t 0 vivo');
});
