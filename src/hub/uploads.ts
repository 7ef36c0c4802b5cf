import { rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { sendEmpty, sendError } from './answers.ts';
import { readReferences } from './manifest.ts';
import type { Call } from './registry.ts';
import type { Route } from './route.ts';
import type { Shelves } from './shelves.ts';
import { digestOf, isDigest } from './store.ts';

const MAX_MANIFEST = 4 * 1024 * 1024;

/** Pushes: blobs in one or several requests, then the manifest that refers to them. */
export class Uploads {
  readonly #shelves: Shelves;
  /** Files being filled, by client and then by id. */
  readonly #open = new Map<string, Map<string, string>>();

  constructor(shelves: Shelves) {
    this.#shelves = shelves;
  }

  /** Answers a request that changes something. */
  async write(call: Call, route: Route): Promise<void> {
    const method = call.request.method;
    if (route.kind === 'start-upload' && method === 'POST') return this.#start(call, route.repository);
    if (route.kind === 'upload') return this.#continue(call, route.repository, route.id);
    if (route.kind === 'manifest' && method === 'PUT') {
      return this.#putManifest(call, route.repository, route.reference);
    }
    return sendError(call.response, 405, 'UNSUPPORTED', 'The operation is unsupported.');
  }

  /** Forgets what a client was pushing; its files go with the rest of what it pushed. */
  forget(client: string): void {
    this.#open.delete(client);
  }

  #filesOf(client: string): Map<string, string> {
    const files = this.#open.get(client) ?? new Map<string, string>();
    this.#open.set(client, files);
    return files;
  }

  async #start(call: Call, repository: string): Promise<void> {
    const { response, url, client } = call;
    const wanted = url.searchParams.get('mount');
    if (wanted && isDigest(wanted) && (await this.#shelves.mount(client, repository, wanted))) {
      return sendEmpty(response, 201, blobHeaders(call, repository, wanted));
    }
    const file = await this.#shelves.scratch(client).newUpload();
    const id = basename(file);
    this.#filesOf(client).set(id, file);
    if (url.searchParams.has('digest')) return this.#continue(call, repository, id);
    sendEmpty(response, 202, uploadHeaders(call, repository, id, 0));
  }

  async #continue(call: Call, repository: string, id: string): Promise<void> {
    const { request, response, url, client } = call;
    const file = this.#open.get(client)?.get(id);
    if (!file) return sendError(response, 404, 'BLOB_UPLOAD_UNKNOWN', 'blob upload unknown to registry');
    const store = this.#shelves.scratch(client);
    if (request.method === 'GET') {
      return sendEmpty(response, 204, uploadHeaders(call, repository, id, (await stat(file)).size));
    }
    if (request.method === 'DELETE') {
      this.#filesOf(client).delete(id);
      await rm(file, { force: true });
      return sendEmpty(response, 204);
    }
    const size = await store.append(file, request);
    if (request.method === 'PATCH')
      return sendEmpty(response, 202, uploadHeaders(call, repository, id, size));
    this.#filesOf(client).delete(id);
    const digest = url.searchParams.get('digest') ?? '';
    if (!isDigest(digest) || !(await store.adopt(file, digest))) {
      return sendError(
        response,
        400,
        'DIGEST_INVALID',
        'provided digest did not match uploaded content',
        digest,
      );
    }
    await store.link(repository, digest);
    sendEmpty(response, 201, blobHeaders(call, repository, digest));
  }

  async #putManifest(call: Call, repository: string, reference: string): Promise<void> {
    const { request, response, client } = call;
    const content = await readAtMost(request, MAX_MANIFEST);
    if (!content) return sendError(response, 413, 'SIZE_INVALID', 'manifest too large');
    const references = readReferences(content);
    if (!references) return sendError(response, 400, 'MANIFEST_INVALID', 'manifest invalid');
    if (reference.startsWith('sha256:') && reference !== digestOf(content)) {
      return sendError(response, 400, 'DIGEST_INVALID', 'provided digest did not match uploaded content');
    }
    for (const digest of references) {
      const there =
        (await this.#shelves.findBlob(client, repository, digest)) ??
        (await this.#shelves.scratch(client).readManifest(repository, digest));
      if (!there)
        return sendError(response, 404, 'MANIFEST_BLOB_UNKNOWN', 'blob unknown to registry', digest);
    }
    const digest = await this.#shelves.scratch(client).putManifest(repository, reference, content);
    sendEmpty(response, 201, {
      location: `${origin(call)}/v2/${repository}/manifests/${digest}`,
      'docker-content-digest': digest,
    });
  }
}

async function readAtMost(body: AsyncIterable<Buffer>, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Clients follow `Location` as it is, so it must be absolute and under the name that they used. */
function origin({ request }: Call): string {
  return `https://${request.headers.host ?? 'registry-1.docker.io'}`;
}

function uploadHeaders(call: Call, repository: string, id: string, size: number): Record<string, string> {
  return {
    location: `${origin(call)}/v2/${repository}/blobs/uploads/${id}`,
    range: `0-${Math.max(0, size - 1)}`,
    'docker-upload-uuid': id,
  };
}

function blobHeaders(call: Call, repository: string, digest: string): Record<string, string> {
  return { location: `${origin(call)}/v2/${repository}/blobs/${digest}`, 'docker-content-digest': digest };
}
