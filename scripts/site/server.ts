/** Serves a built site as a static host would: folders by their index, the 404 page, the headers of `_headers`. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { fileFor } from './dist.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
};

const COMPRESSIBLE = new Set(Object.keys(TYPES));

export interface RunningServer extends AsyncDisposable {
  /** Without a slash at the end. */
  origin: string;
}

/** Starts serving a folder on a free port. */
export async function serve(dist: string): Promise<RunningServer> {
  const headers = readCommonHeaders(dist);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = fileFor(dist, pathname);
    const path = file ?? join(dist, '404.html');
    const type = extname(path);
    let body: Buffer = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    response.statusCode = file ? 200 : 404;
    for (const [name, value] of headers) response.setHeader(name, value);
    response.setHeader('content-type', TYPES[type] ?? 'application/octet-stream');
    if (COMPRESSIBLE.has(type) && /\bbr\b/.test(String(request.headers['accept-encoding']))) {
      body = compressed(path, body);
      response.setHeader('content-encoding', 'br');
    }
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: () => close(server) };
}

const cache = new Map<string, { from: Buffer; to: Buffer }>();

/** Best compression is slow: do it once for each version of a file. */
function compressed(path: string, body: Buffer): Buffer {
  const known = cache.get(path);
  if (known?.from.equals(body)) return known.to;
  const to = brotliCompressSync(body);
  cache.set(path, { from: body, to });
  return to;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Headers for all paths, from the first section of `_headers`. */
function readCommonHeaders(dist: string): [string, string][] {
  const path = join(dist, '_headers');
  if (!existsSync(path)) return [];
  const [first = ''] = readFileSync(path, 'utf8').split(/\n\n/);
  return first
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/:\s*(.*)/s) as [string, string]);
}
