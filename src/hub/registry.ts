import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { type Action, basicAccount, checkPassword, isAllowed, Tokens } from './accounts.ts';
import { challenge, deny, sendEmpty, sendError, sendJson } from './answers.ts';
import { type Route, readRange, readRoute } from './route.ts';
import type { Shelves } from './shelves.ts';
import { Uploads } from './uploads.ts';
import { type Upstream, UpstreamError } from './upstream.ts';

const READS = ['GET', 'HEAD'];

/** A request with what is known of it. */
export interface Call {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  /** Address of the sandbox that asks. */
  client: string;
}

/** The registry that sandboxes take for Docker Hub: protocol, tokens and Docker Hub's own errors. */
export class Registry {
  readonly #shelves: Shelves;
  readonly #uploads: Uploads;
  readonly #upstream: Upstream | undefined;
  /** Certificate that engines inside containers of a sandbox may ask for. */
  readonly #authority: string;
  readonly #tokens = new Tokens();

  constructor(shelves: Shelves, authority: string, upstream?: Upstream) {
    this.#authority = authority;
    this.#shelves = shelves;
    this.#uploads = new Uploads(shelves);
    this.#upstream = upstream;
  }

  /** Answers one request. */
  async answer(call: Call): Promise<void> {
    try {
      await this.#answer(call);
    } catch (error) {
      if (!(error instanceof UpstreamError) || call.response.headersSent) throw error;
      sendError(call.response, error.status, error.code, error.message);
    }
  }

  async #answer(call: Call): Promise<void> {
    const { request, response, url, client } = call;
    if (url.pathname === '/token') return this.#token(call);
    if (url.pathname === '/nuevo' && request.method === 'POST') {
      this.#uploads.forget(client);
      await this.#shelves.forget(client);
      return sendEmpty(response, 204);
    }
    if (url.pathname === '/docker-a-prueba/autoridad.pem') {
      response.writeHead(200, { 'content-type': 'application/x-pem-file' });
      response.end(this.#authority);
      return;
    }
    const route = readRoute(url.pathname);
    if (!route) return sendError(response, 404, 'NOT_FOUND', 'page not found');
    const who = this.#tokens.read(request.headers.authorization);
    const method = request.method ?? 'GET';
    const action: Action = READS.includes(method) && route.kind !== 'upload' ? 'pull' : 'push';
    if (route.kind === 'ping') return who ? sendJson(response, 200, {}) : challenge(response);
    if (!who)
      return challenge(
        response,
        `repository:${route.repository}:${action === 'pull' ? 'pull' : 'pull,push'}`,
      );
    if (!isAllowed(who.account, route.repository, action)) return deny(response, route.repository, action);
    return READS.includes(method) && route.kind !== 'upload'
      ? this.#read(call, route)
      : this.#uploads.write(call, route);
  }

  async #read(call: Call, route: Exclude<Route, { kind: 'ping' }>): Promise<void> {
    switch (route.kind) {
      case 'manifest':
        return this.#manifest(call, route.repository, route.reference);
      case 'blob':
        return this.#blob(call, route.repository, route.digest);
      case 'tags': {
        const tags = await this.#shelves.listTags(call.client, route.repository);
        if (!tags) return deny(call.response, route.repository, 'pull');
        return sendJson(call.response, 200, { name: route.repository, tags });
      }
      default:
        return sendError(call.response, 405, 'UNSUPPORTED', 'The operation is unsupported.');
    }
  }

  async #manifest({ response, client, request }: Call, repository: string, reference: string): Promise<void> {
    const own = await this.#shelves.scratch(client).readManifest(repository, reference);
    const manifest =
      own ??
      (this.#upstream
        ? await this.#upstream.manifest(repository, reference)
        : await this.#shelves.cache.readManifest(repository, reference));
    if (!manifest) {
      // Like Docker Hub: who asks for a repository that is not there learns no more than who may not see it.
      const exists = this.#upstream?.knows(repository) ?? (await this.#shelves.listTags(client, repository));
      if (!exists) return deny(response, repository, 'pull');
      return sendError(response, 404, 'MANIFEST_UNKNOWN', 'manifest unknown', `unknown tag=${reference}`);
    }
    response.writeHead(200, {
      'content-type': manifest.mediaType,
      'content-length': manifest.content.length,
      'docker-content-digest': manifest.digest,
      'docker-distribution-api-version': 'registry/2.0',
      etag: `"${manifest.digest}"`,
    });
    response.end(request.method === 'HEAD' ? undefined : manifest.content);
  }

  async #blob({ request, response, client }: Call, repository: string, digest: string): Promise<void> {
    let found = await this.#shelves.findBlob(client, repository, digest);
    if (!found && this.#upstream && request.method === 'GET') {
      await this.#upstream.fetchBlob(repository, digest);
      found = await this.#shelves.findBlob(client, repository, digest);
    }
    if (!found) return sendError(response, 404, 'BLOB_UNKNOWN', 'blob unknown to registry', digest);
    const { store, size } = found;
    const range = readRange(request.headers.range, size);
    if (range === 'invalid') return sendEmpty(response, 416, { 'content-range': `bytes */${size}` });
    response.writeHead(range ? 206 : 200, {
      'content-type': 'application/octet-stream',
      'content-length': range ? range.end - range.start + 1 : size,
      'accept-ranges': 'bytes',
      'docker-content-digest': digest,
      etag: `"${digest}"`,
      ...(range ? { 'content-range': `bytes ${range.start}-${range.end}/${size}` } : {}),
    });
    if (request.method === 'HEAD') response.end();
    else await pipeline(store.readBlob(digest, range), response);
  }

  async #token({ request, response }: Call): Promise<void> {
    if (request.method === 'POST') {
      const form = new URLSearchParams(await readText(request));
      const name = form.get('username') ?? '';
      if (form.get('grant_type') === 'password' && !checkPassword(name, form.get('password') ?? '')) {
        return refuseLogin(response);
      }
      return sendJson(response, 200, this.#tokens.issue(name || undefined));
    }
    const account = basicAccount(request.headers.authorization);
    if (account === 'wrong') return refuseLogin(response);
    return sendJson(response, 200, this.#tokens.issue(account.name));
  }
}

/** Reads the whole body of a small request. */
async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

function refuseLogin(response: ServerResponse): void {
  sendJson(response, 401, { details: 'incorrect username or password' });
}
