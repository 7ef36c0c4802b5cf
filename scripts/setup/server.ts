/** Serves dist/ as a static host would: headers of public/_headers, compression and the 404 page. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type HeaderRule, headersFor, parseHeaders } from '../../src/config/headers.ts';
import { mediaType, resolvePath } from './static-files.ts';

export interface SiteServer {
  /** Address of the front page. */
  url: string;
  port: number;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Folder to serve. */
  root: string;
  /** Path under which the site hangs, with a slash at both ends. */
  base?: string;
  /** First port to try; 0 takes any. */
  port: number;
  /** How many ports to try after the first. */
  tries?: number;
}

/** Starts serving on the loopback interface, on the first free port. */
export async function serveSite({ root, base = '/', port, tries = 50 }: ServeOptions): Promise<SiteServer> {
  const handle = handler(root, base);
  for (let candidate = port; ; candidate += 1) {
    try {
      const servers = await listen(handle, candidate);
      const address = servers[0]?.address();
      const actual = typeof address === 'object' && address ? address.port : candidate;
      return { url: `http://localhost:${actual}${base}`, port: actual, close: () => closeAll(servers) };
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || candidate >= port + tries) throw error;
    }
  }
}

/** Node's own five seconds pass on a busy machine between two requests, and the second finds the connection cut. */
const KEEP_ALIVE_MS = 60_000;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** «localhost» is two addresses, and a port is only free if it is so on both. */
async function listen(handle: Handler, port: number): Promise<Server[]> {
  const first = await listenOn(handle, '127.0.0.1', port);
  const address = first.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  try {
    return [first, await listenOn(handle, '::1', actual)];
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A machine without IPv6 has one localhost only.
    if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return [first];
    await closeAll([first]);
    throw error;
  }
}

function listenOn(handle: Handler, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, handle);
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map((server) => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      return closed;
    }),
  );
}

function handler(root: string, base: string): Handler {
  const rulesFile = join(root, '_headers');
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const [pathname = '/', query] = (request.url ?? '/').split('?');
    const rules: HeaderRule[] = existsSync(rulesFile) ? parseHeaders(readFileSync(rulesFile, 'utf8')) : [];
    // Their paths are those of the folder, wherever it hangs.
    const inside = pathname.startsWith(base) ? pathname.slice(base.length - 1) : pathname;
    const headers = { 'Cache-Control': 'no-cache', ...headersFor(rules, inside) };
    const answer = resolvePath(root, base, pathname);
    if (answer.kind === 'redirect') {
      response.writeHead(301, { ...headers, location: answer.to + (query ? `?${query}` : '') }).end();
    } else if (answer.kind === 'file') {
      send(request, response, 200, answer.path, headers);
    } else {
      const page = join(root, '404.html');
      if (existsSync(page)) send(request, response, 404, page, headers);
      else response.writeHead(404, headers).end();
    }
  };
}

const COMPRESSIBLE = /^(text|application\/(json|xml|manifest|wasm)|image\/svg)/;

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  path: string,
  headers: Record<string, string>,
): void {
  const type = mediaType(path);
  const content = readFileSync(path);
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = COMPRESSIBLE.test(type)
    ? ['br', 'gzip'].find((name) => accepted.includes(name))
    : undefined;
  const body = encoding ? compress(content, encoding) : content;
  response.writeHead(status, {
    ...headers,
    'Content-Type': type,
    'Content-Length': body.length,
    Vary: 'Accept-Encoding',
    ...(encoding ? { 'Content-Encoding': encoding } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function compress(content: Buffer, encoding: string): Buffer {
  if (encoding === 'gzip') return gzipSync(content);
  // Level 5 takes a few milliseconds, and these answers aren't kept.
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}
