/** What the claims about networks share: a web server, addresses and a machine that is not this one. */
import type { Run } from './claim.ts';

/** Prints the HTTP status of a page, or fails with the exit code of curl: 7 is «refused», 28 «no answer in time». */
export const STATUS = `curl -s -m 2 -o /dev/null -w '%{http_code}'`;
export const SLEEP = 'busybox:1.37 sleep infinity';

/** Address of a container in a network. */
export function addressOf(run: Run, container: string, network = 'bridge'): Promise<string> {
  return run.ok(
    `docker inspect -f '{{(index .NetworkSettings.Networks "${network}").IPAddress}}' ${container}`,
  );
}

/** Address of this machine as its neighbours see it. */
export function ownAddress(run: Run): Promise<string> {
  return run.ok(`hostname -I | cut -d' ' -f1`);
}

/** Starts nginx and returns once it answers inside its container. */
export async function startWeb(run: Run, options = '', name = 'web'): Promise<void> {
  await run.ok(`docker run -d --name ${name} ${options} nginx:1.30`);
  await run.until(`docker exec ${name} curl -s http://localhost`);
}

/** Joins a network namespace to the engine's machine by a cable: for the engine it is another machine. */
export async function addNeighbour(run: Run): Promise<void> {
  await run.ok('ip netns add vecino && ip link add cable type veth peer name eth0 netns vecino');
  await run.ok('ip addr add 192.0.2.1/24 dev cable && ip -6 addr add 2001:db8::1/64 dev cable nodad');
  await run.ok('ip -n vecino addr add 192.0.2.2/24 dev eth0');
  await run.ok('ip -n vecino -6 addr add 2001:db8::2/64 dev eth0 nodad');
  await run.ok('ip link set cable up && ip -n vecino link set eth0 up');
  await run.ok('ip -n vecino route add default via 192.0.2.1');
  await run.ok('ip -n vecino -6 route add default via 2001:db8::1');
}

/** A visit of the neighbour to a port of this machine. */
export const visit = (port: number, family: 4 | 6 = 4) =>
  `ip netns exec vecino ${STATUS} ${family === 4 ? 'http://192.0.2.1' : `'http://[2001:db8::1]`}:${port}${family === 4 ? '' : `'`}`;
