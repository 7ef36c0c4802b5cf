import { open } from 'node:fs/promises';
import type { EngineSocket } from './engine-socket.ts';

const PATIENCE = 10_000;
// Done, it is not there (any more), or the engine is at it already.
const GONE = [204, 404, 409];

/** Waits until nobody holds the FIFO open for writing any more, or until nobody has come to hold it. */
export async function leaseLost(fifo: string, patience: number): Promise<void> {
  // Opening blocks until the first holder comes; reading ends when the last one has gone.
  const handle = await Promise.race([
    open(fifo, 'r'),
    new Promise<undefined>((resolve) => setTimeout(resolve, patience)),
  ]);
  if (!handle) return;
  const buffer = Buffer.alloc(64);
  while ((await handle.read(buffer, 0, buffer.length)).bytesRead > 0);
  await handle.close();
}

/**
 * Removes what is left of a run: its sandboxes, its network and, last, this container itself.
 * @throws Error when the engine does not let us: whoever starts this container again tries again
 */
export async function removeRun(engine: EngineSocket, network: string, self: string): Promise<void> {
  await removeSandboxes(engine, network, self);
  await removeNetwork(engine, network, self);
  await remove(engine, self);
}

/**
 * Removes the sandboxes that the owner left before it could take their leases.
 * Those with a lease vanish by themselves at the same time.
 */
async function removeSandboxes(engine: EngineSocket, network: string, self: string): Promise<void> {
  // The network of a run is called like its label: `docker-a-prueba-3f0c` for `docker-a-prueba=3f0c`.
  const label = network.replace(/-(\w+)$/, '=$1');
  const filters = encodeURIComponent(JSON.stringify({ label: [label] }));
  const { status, body } = await engine.call('GET', `/containers/json?all=1&filters=${filters}`);
  if (status !== 200) throw new Error(`el motor contestó ${status} a la lista de contenedores: ${body}`);
  const ids = (JSON.parse(body) as { Id: string }[]).map(({ Id }) => Id);
  await Promise.all(ids.filter((id) => !id.startsWith(self)).map((id) => remove(engine, id)));
}

async function remove(engine: EngineSocket, container: string): Promise<void> {
  const { status, body } = await engine.call('DELETE', `/containers/${container}?force=1&v=1`);
  if (!GONE.includes(status)) throw new Error(`el motor contestó ${status} al borrar ${container}: ${body}`);
}

/** Removes the network of the run, from inside the last container that is in it. */
async function removeNetwork(engine: EngineSocket, network: string, self: string): Promise<void> {
  const until = Date.now() + PATIENCE;
  await engine.call('POST', `/networks/${network}/disconnect`, { Container: self, Force: true });
  // Sandboxes have leases of their own and take a moment to vanish; one that does not must not keep us here.
  while (Date.now() < until) {
    const { status } = await engine.call('DELETE', `/networks/${network}`);
    if (status === 204 || status === 404) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
