/** Claims of the page redes/cortafuegos. */

import { claim, expect } from '../../support/claim.ts';
import { addNeighbour, addressOf, STATUS, startWeb, visit } from '../../support/networks.ts';

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
