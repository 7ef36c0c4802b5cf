/** What the hub asks of the engine when it takes its run away, of an engine that answers and of one that does not. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EngineSocket } from '../../../src/hub/engine-socket.ts';
import { removeRun } from '../../../src/hub/guardian.ts';

const SELF = 'f00f00f00f00';
const OTHERS = JSON.stringify([{ Id: 'a1' }, { Id: 'b2' }, { Id: `${SELF}1234` }]);

/** Lends an engine whose socket answers like this, and the calls that it got. */
async function withEngine(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  use: (engine: EngineSocket, calls: string[]) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dap-motor-'));
  const socket = join(folder, 's');
  const calls: string[] = [];
  const server = createServer((request, response) => {
    calls.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  try {
    await use(new EngineSocket(socket, 200), calls);
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  }
}

const reply =
  (status: number, body = '') =>
  (response: ServerResponse) =>
    response.writeHead(status).end(body);

test('sandboxes first, then the network, the hub itself last', async () => {
  await withEngine(
    ({ url }, response) => reply(url?.includes('/json') ? 200 : 204, OTHERS)(response),
    async (engine, calls) => {
      await removeRun(engine, 'docker-a-prueba-3f0c', SELF);
      expect(decodeURIComponent(calls[0] as string)).toContain('"label":["docker-a-prueba=3f0c"]');
      expect(calls.slice(1)).toEqual([
        'DELETE /containers/a1?force=1&v=1',
        'DELETE /containers/b2?force=1&v=1',
        'POST /networks/docker-a-prueba-3f0c/disconnect',
        'DELETE /networks/docker-a-prueba-3f0c',
        `DELETE /containers/${SELF}?force=1&v=1`,
      ]);
    },
  );
});

test.for([
  [404, true],
  [409, true],
  [500, false],
] as const)('a hub that the engine removes with %i', async ([status, isFine]) => {
  await withEngine(
    ({ url, method }, response) =>
      reply(method !== 'DELETE' ? 200 : url?.includes(SELF) ? status : 204, '[]')(response),
    async (engine) => {
      const removal = removeRun(engine, 'red-x', SELF);
      await (isFine
        ? expect(removal).resolves.toBeUndefined()
        : expect(removal).rejects.toThrow('contestó 500'));
    },
  );
});

test('an engine that says nothing is not waited for for ever', async () => {
  await withEngine(
    () => {},
    async (engine) => {
      await expect(removeRun(engine, 'red-x', SELF)).rejects.toThrow('sin respuesta en 0.2 s');
      await expect(engine.check()).rejects.toThrow(
        /no puede llamar al motor.*sin respuesta[\s\S]*Cómo arreglarlo/,
      );
    },
  );
});

test('one that fails in the middle of its answer is an error', async () => {
  await withEngine(
    (_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('[');
      response.destroy();
    },
    async (engine) => {
      await expect(removeRun(engine, 'red-x', SELF)).rejects.toThrow();
    },
  );
});

test('a socket that is not there, or answers something else, is told before a run starts', async () => {
  await expect(new EngineSocket('/no/hay.sock').check()).rejects.toThrow(/ENOENT[\s\S]*SOCKET_OVERRIDE/);
  await withEngine(
    (_, response) => reply(200, 'OK')(response),
    async (engine) => {
      await expect(engine.check()).resolves.toBeUndefined();
    },
  );
  await withEngine(
    (_, response) => reply(403)(response),
    async (engine) => {
      await expect(engine.check()).rejects.toThrow('contestó 403');
    },
  );
});
