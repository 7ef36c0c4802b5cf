/** The hub in front of another registry that plays Docker Hub, in good and in bad days. */

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HttpClient } from '../../../src/hub/http-client.ts';
import { Registry } from '../../../src/hub/registry.ts';
import { Shelves } from '../../../src/hub/shelves.ts';
import { digestOf, Store } from '../../../src/hub/store.ts';
import { Upstream } from '../../../src/hub/upstream.ts';

const NO_AUTHORITY = '';
const BLOB = Buffer.alloc(3_000_000, 'contenido ');
const CONFIG = Buffer.from('{}');
const MANIFEST = Buffer.from(
  JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: { digest: digestOf(CONFIG), size: 2 },
    layers: [{ digest: digestOf(BLOB), size: BLOB.length }],
  }),
);

/** What upstream does instead of answering; `true` when it has taken the request over. */
type Fault = (request: IncomingMessage, response: ServerResponse) => boolean;

interface World extends AsyncDisposable {
  /** Asks the hub, as a client with a token. */
  get(path: string): Promise<Response>;
  /** What happens upstream from now on. */
  fault: Fault;
  /** Paths that upstream has been asked for. */
  asked: string[];
  hub: Store;
  upstream: Store;
}

async function startWorld(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'docker-a-prueba-'));
  const upstreamStore = new Store(join(folder, 'arriba'));
  await upstreamStore.putBlob(BLOB);
  await upstreamStore.putBlob(CONFIG);
  await upstreamStore.putManifest('library/nginx', '1.30', MANIFEST);
  const real = new Registry(new Shelves(upstreamStore, join(folder, 'nada')), NO_AUTHORITY);
  const world = { fault: (() => false) as Fault, asked: [] as string[], upstream: upstreamStore };
  const upstream = await serve((request, response) => {
    world.asked.push(String(request.url));
    if (!world.fault(request, response)) return answer(real, request, response);
  });
  const hubStore = new Store(join(folder, 'hub'));
  // The realm of the challenge is Docker Hub's own name, which only exists in this test.
  const port = String((upstream.address() as AddressInfo).port);
  const client = new LocalClient(port);
  const registry = new Registry(
    new Shelves(hubStore, join(folder, 'empujado')),
    NO_AUTHORITY,
    new Upstream(new URL(`http://127.0.0.1:${port}`), hubStore, client),
  );
  const hub = await serve((request, response) => answer(registry, request, response));
  const base = `http://127.0.0.1:${(hub.address() as AddressInfo).port}`;
  const { token } = (await (await fetch(`${base}/token`)).json()) as { token: string };
  return Object.assign(world, {
    hub: hubStore,
    get: (path: string) => fetch(`${base}/v2/${path}`, { headers: { authorization: `Bearer ${token}` } }),
    async [Symbol.asyncDispose]() {
      for (const server of [hub, upstream]) {
        server.closeAllConnections();
        server.close();
      }
      await rm(folder, { recursive: true, force: true });
    },
  });
}

/** Sends what goes to Docker Hub's token service to the upstream of the test. */
class LocalClient extends HttpClient {
  readonly #port: string;

  constructor(port: string) {
    super({}, 500);
    this.#port = port;
  }

  override get(url: URL, headers: Record<string, string>): Promise<IncomingMessage> {
    return super.get(new URL(url.pathname + url.search, `http://127.0.0.1:${this.#port}`), headers);
  }
}

function answer(registry: Registry, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  registry.answer({ request, response, url, client: '10.0.0.1' }).catch(() => response.destroy());
}

function serve(listener: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  const server = createServer(listener);
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const isBlob = (request: IncomingMessage) => String(request.url).includes('/blobs/');
const blobPath = `library/nginx/blobs/${digestOf(BLOB)}`;

test('lo que falta se pide una vez y se guarda', async () => {
  await using world = await startWorld();
  expect(await (await world.get('library/nginx/manifests/1.30')).text()).toBe(MANIFEST.toString());
  const [one, two] = await Promise.all([world.get(blobPath), world.get(blobPath)]);
  expect(Buffer.from(await one.arrayBuffer()).equals(BLOB)).toBe(true);
  expect(Buffer.from(await two.arrayBuffer()).equals(BLOB)).toBe(true);
  expect(world.asked.filter((path) => path.includes('/blobs/'))).toHaveLength(1);
  // From here on, upstream is not needed.
  world.fault = (_, response) => Boolean(response.destroy());
  expect((await world.get('library/nginx/manifests/1.30')).status).toBe(200);
  expect((await world.get(blobPath)).status).toBe(200);
});

test('lo que no existe arriba da los errores de Docker Hub', async () => {
  await using world = await startWorld();
  const missing = await world.get('library/nginx/manifests/noexiste');
  expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining('manifest unknown')]);
  const unknown = await world.get('library/noexiste/manifests/latest');
  expect([unknown.status, unknown.headers.get('www-authenticate')]).toEqual([
    401,
    expect.stringContaining('insufficient_scope'),
  ]);
});

test('un fallo pasajero se reintenta', async () => {
  await using world = await startWorld();
  let failures = 2;
  world.fault = (_, response) => {
    if (failures === 0) return false;
    failures -= 1;
    response.writeHead(502).end();
    return true;
  };
  expect((await world.get('library/nginx/manifests/1.30')).status).toBe(200);
});

test('si no responde, se dice; y si se vio antes, se sirve lo que se vio', async () => {
  await using world = await startWorld();
  // Accepts the connection and says nothing.
  world.fault = () => true;
  const nothing = await world.get('library/nginx/manifests/1.30');
  expect([nothing.status, await nothing.text()]).toEqual([
    503,
    expect.stringContaining('Docker Hub no responde'),
  ]);
  world.fault = () => false;
  await world.get('library/nginx/manifests/1.30');
  const record = await world.hub.readTag('library/nginx', '1.30');
  if (!record) throw new Error('La etiqueta no se guardó.');
  await world.hub.putTag('library/nginx', '1.30', { ...record, checked: 0 });
  world.fault = (_, response) => Boolean(response.destroy());
  expect((await world.get('library/nginx/manifests/1.30')).status).toBe(200);
});

test('el límite de descargas se cuenta como lo cuenta Docker Hub, sin reintentar', async () => {
  await using world = await startWorld();
  world.fault = (request, response) => {
    if (!String(request.url).includes('/manifests/')) return false;
    response.writeHead(429).end();
    return true;
  };
  const limited = await world.get('library/nginx/manifests/1.30');
  expect([limited.status, await limited.text()]).toEqual([429, expect.stringContaining('pull rate limit')]);
  expect(world.asked.filter((path) => path.includes('/manifests/'))).toHaveLength(1);
});

test('una descarga que se corta sigue donde iba', async () => {
  await using world = await startWorld();
  await world.get('library/nginx/manifests/1.30');
  let cuts = 2;
  const starts: (string | undefined)[] = [];
  world.fault = (request, response) => {
    if (!isBlob(request)) return false;
    starts.push(request.headers.range);
    if (cuts === 0) return false;
    cuts -= 1;
    const from = Number(/\d+/.exec(request.headers.range ?? '0')?.[0]);
    response.writeHead(from ? 206 : 200, { 'content-length': BLOB.length - from });
    response.write(BLOB.subarray(from, from + 1_000_000), () => response.destroy());
    return true;
  };
  const blob = await world.get(blobPath);
  expect(Buffer.from(await blob.arrayBuffer()).equals(BLOB)).toBe(true);
  expect(starts[0]).toBeUndefined();
  expect(starts.slice(1)).toEqual([
    expect.stringMatching(/^bytes=\d+-$/),
    expect.stringMatching(/^bytes=\d+-$/),
  ]);
});

test('lo que llega dañado, o no llega entero, no se guarda ni se sirve', async () => {
  await using world = await startWorld();
  await world.get('library/nginx/manifests/1.30');
  world.fault = (request, response) => {
    if (!isBlob(request)) return false;
    response.writeHead(200).end('otra cosa');
    return true;
  };
  const damaged = await world.get(blobPath);
  expect([damaged.status, await damaged.text()]).toEqual([502, expect.stringContaining('dañado')]);
  world.fault = (request, response) => isBlob(request) && Boolean(response.destroy());
  expect((await world.get(blobPath)).status).toBe(503);
  expect(await world.hub.blobSize(digestOf(BLOB))).toBeUndefined();
  expect(await readdir(join(world.hub.root, 'uploads'))).toEqual([]);
  world.fault = () => false;
  expect((await world.get(blobPath)).status).toBe(200);
});
