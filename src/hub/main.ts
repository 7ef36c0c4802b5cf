/** The hub of a run: what its sandboxes take for Docker Hub and for their name server. Runs inside its container. */

import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { hostname } from 'node:os';
import { sendError } from './answers.ts';
import { makeIdentity } from './certificate.ts';
import { serveDns } from './dns.ts';
import { EngineSocket } from './engine-socket.ts';
import { leaseLost, removeRun } from './guardian.ts';
import { HttpClient } from './http-client.ts';
import { Registry } from './registry.ts';
import { addressOf } from './route.ts';
import { Shelves } from './shelves.ts';
import { Store } from './store.ts';
import { Upstream } from './upstream.ts';

const RUN = '/run/hub';
// Its presence says that the hub is ready.
const READY = `${RUN}/ready.pem`;
const HOURS = 60 * 60_000;

const network = process.env.HUB_NETWORK;
const engine = new EngineSocket();
// The engine was restarted, or could not be told to remove us: the owner's lease is lost, and only this container has come
// back.
if (network && existsSync(READY)) await leave(1);
if (network) await engine.check().catch(fail);
await mkdir(RUN, { recursive: true });
const identity = await makeIdentity(RUN);
const shelves = new Shelves(new Store('/registro'), '/tmp/hub');
// «registry-1.docker.io=44.1.2.3,auth.docker.io=…» where Docker Hub answers: here those names are our own.
const addresses = Object.fromEntries(
  (process.env.HUB_UPSTREAM ?? '')
    .split(',')
    .filter(Boolean)
    .map((pair) => pair.split('=')),
);
const upstream =
  Object.keys(addresses).length > 0
    ? new Upstream(new URL('https://registry-1.docker.io'), shelves.cache, new HttpClient(addresses, 30_000))
    : undefined;
const registry = new Registry(shelves, identity.authority, upstream);

function listener(request: IncomingMessage, response: ServerResponse): void {
  const client = String(request.socket.remoteAddress).replace(/^::ffff:/, '');
  const url = addressOf(request.url);
  if (!url) {
    sendError(response, 400, 'UNSUPPORTED', 'invalid request target');
    return;
  }
  registry.answer({ request, response, url, client }).catch((error: Error & { code?: string }) => {
    // The client went away in the middle of a download: nobody is left to tell.
    if (error.code === 'ERR_STREAM_PREMATURE_CLOSE') return;
    console.error(`${request.method} ${url.pathname}: ${error.stack}`);
    if (response.headersSent) response.destroy();
    else sendError(response, 500, 'UNKNOWN', 'unknown error');
  });
}

const listening = [
  new Promise<void>((resolve) => {
    createHttps({ key: identity.key, cert: identity.certificate }, listener).listen(443, resolve);
  }),
  new Promise<void>((resolve) => {
    createHttp(listener).listen(80, resolve);
  }),
  serveDns('0.0.0.0', 53, '127.0.0.11'),
];
await Promise.all(listening);
await writeFile(READY, identity.authority);
// A whole run hangs on this process: what nobody foresaw is told, and costs no more than its own request.
process.on('uncaughtException', (error) => console.error(error.stack));

process.on('SIGTERM', () => process.exit(0));
await Promise.race([
  leaseLost(`${RUN}/lease`, 30_000),
  new Promise((resolve) => setTimeout(resolve, 2 * HOURS)),
]);
await leave(0);

/** Takes the run with us. If the engine does not answer now, it starts this container again, which then tries again. */
async function leave(code: number): Promise<never> {
  if (network) await removeRun(engine, network, hostname()).catch(fail);
  process.exit(code);
}

function fail(error: Error): never {
  console.error(error.message);
  process.exit(1);
}
