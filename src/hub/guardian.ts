import { open } from 'node:fs/promises';
import { request } from 'node:http';

const SOCKET = '/var/run/docker.sock';
const PATIENCE = 10_000;

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

/** Removes what is left of a run: its sandboxes, its network and, last, this container itself. */
export async function removeRun(network: string, self: string): Promise<void> {
  await removeSandboxes(network, self);
  await removeNetwork(network, self);
  await callEngine('DELETE', `/containers/${self}?force=1&v=1`);
}

/**
 * Removes the sandboxes that the owner left before it could take their leases.
 * Those with a lease vanish by themselves at the same time.
 */
async function removeSandboxes(network: string, self: string): Promise<void> {
  // The network of a run is called like its label: `docker-a-prueba-3f0c` for `docker-a-prueba=3f0c`.
  const label = network.replace(/-(\w+)$/, '=$1');
  const filters = encodeURIComponent(JSON.stringify({ label: [label] }));
  const { body } = await callEngine('GET', `/containers/json?all=1&filters=${filters}`);
  const ids = (JSON.parse(body || '[]') as { Id: string }[]).map(({ Id }) => Id);
  const others = ids.filter((id) => !id.startsWith(self));
  await Promise.all(others.map((id) => callEngine('DELETE', `/containers/${id}?force=1&v=1`)));
}

/** Removes the network of the run, from inside the last container that is in it. */
async function removeNetwork(network: string, self: string): Promise<void> {
  const until = Date.now() + PATIENCE;
  await callEngine('POST', `/networks/${network}/disconnect`, { Container: self, Force: true });
  // Sandboxes have leases of their own and take a moment to vanish.
  while (Date.now() < until) {
    const { status } = await callEngine('DELETE', `/networks/${network}`);
    if (status === 204 || status === 404) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function callEngine(
  method: string,
  path: string,
  payload?: unknown,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve) => {
    const call = request(
      {
        socketPath: SOCKET,
        method,
        path,
        headers: { 'content-type': 'application/json' },
        timeout: PATIENCE,
      },
      (response) => {
        let body = '';
        response.on('data', (chunk) => {
          body += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      },
    );
    call.on('error', () => resolve({ status: 0, body: '' }));
    call.end(payload === undefined ? undefined : JSON.stringify(payload));
  });
}
