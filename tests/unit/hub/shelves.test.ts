/** Who may see which blob. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Registry } from '../../../src/hub/registry.ts';
import { addressOf } from '../../../src/hub/route.ts';
import { Shelves } from '../../../src/hub/shelves.ts';
import { digestOf, Store } from '../../../src/hub/store.ts';

const HERE = '10.0.0.1';
let folder: string;
let cache: Store;
let shelves: Shelves;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dap-hub-'));
  cache = new Store(join(folder, 'cache'));
  shelves = new Shelves(cache, join(folder, 'empujado'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Serves an image of one layer; answers the digest of its layer. */
async function serveImage(repository: string, content: string): Promise<string> {
  const layer = Buffer.from(content);
  const config = Buffer.from(`{"de":"${repository}"}`);
  await Promise.all([cache.putBlob(layer), cache.putBlob(config)]);
  const manifest = { config: { digest: digestOf(config) }, layers: [{ digest: digestOf(layer) }] };
  await cache.putManifest(repository, '1', Buffer.from(JSON.stringify(manifest)));
  return digestOf(layer);
}

test('a repository has the blobs of its own images, and of no other', async () => {
  const [nginx, redis] = [await serveImage('library/nginx', 'n'), await serveImage('library/redis', 'r')];
  expect(await shelves.findBlob(HERE, 'library/nginx', nginx)).toEqual({ store: cache, size: 1 });
  expect(await shelves.findBlob(HERE, 'library/nginx', redis)).toBeUndefined();
  expect(await shelves.findBlob(HERE, 'library/no-hay', nginx)).toBeUndefined();
  // A later image of it brings its own.
  const newer = await serveImage('library/nginx', 'nn');
  expect(await shelves.findBlob(HERE, 'library/nginx', newer)).toEqual({ store: cache, size: 2 });
});

test('what a client mounts is of its own repository only', async () => {
  const layer = await serveImage('library/nginx', 'n');
  expect(await shelves.mount(HERE, 'ana/web', layer)).toBe(true);
  expect(await shelves.findBlob(HERE, 'ana/web', layer)).toEqual({ store: cache, size: 1 });
  expect(await shelves.findBlob('10.0.0.2', 'ana/web', layer)).toBeUndefined();
  await shelves.forget(HERE);
  expect(await shelves.findBlob(HERE, 'ana/web', layer)).toBeUndefined();
});

test('a new client at an address does not go on with the pushes of the one before', async () => {
  const registry = new Registry(shelves, '');
  const server = await listen(registry);
  try {
    const token = (await call(server, 'GET', '/token', `Basic ${btoa('ana:secreto')}`)).json.token as string;
    const bearer = `Bearer ${token}`;
    const started = await call(server, 'POST', '/v2/ana/web/blobs/uploads/', bearer);
    expect(started.status).toBe(202);
    const upload = new URL(started.location as string).pathname;
    expect((await call(server, 'PATCH', upload, bearer, 'abc')).status).toBe(202);
    expect((await call(server, 'POST', '/nuevo', bearer)).status).toBe(204);
    expect((await call(server, 'PATCH', upload, bearer, 'def')).status).toBe(404);
    expect(readdirSync(join(folder, 'empujado'))).toEqual([]);
  } finally {
    server.close();
  }
});

async function listen(registry: Registry): Promise<Server> {
  const server = createServer((req, response) => {
    registry
      .answer({ request: req, response, url: addressOf(req.url) as URL, client: HERE })
      .catch((error) => {
        response.writeHead(500).end(String(error.stack));
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function call(server: Server, method: string, path: string, authorization: string, body = '') {
  return new Promise<{ status: number; location: string | undefined; json: Record<string, unknown> }>(
    (resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      request({ port, method, path, headers: { authorization }, agent: false }, async (response) => {
        let text = '';
        for await (const chunk of response) text += chunk;
        const json = text.startsWith('{') ? JSON.parse(text) : { text };
        resolve({ status: response.statusCode ?? 0, location: response.headers.location, json });
      })
        .on('error', reject)
        .end(body);
    },
  );
}
