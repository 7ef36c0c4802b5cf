/** The relay passes what is asked and what is answered, as it is, each to whom it belongs. */
import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { serveDns } from '../../../src/hub/dns.ts';

const HERE = '127.0.0.1';

/** A port that nobody uses now, for UDP and TCP. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, HERE, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Lends a relay to a name server that answers everything with «re: » before it, but what begins with «calla». */
async function withRelay(use: (port: number) => Promise<void>): Promise<void> {
  const [upstreamPort, port] = [await freePort(), await freePort()];
  const udp = createSocket('udp4');
  udp.on('message', (message, { port: from, address }) => {
    if (!message.toString().startsWith('calla')) udp.send(`re: ${message}`, from, address);
  });
  const tcp = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (data) => {
      if (!data.toString().startsWith('calla')) socket.end(`re: ${data}`);
    });
  });
  await new Promise<void>((resolve) => udp.bind(upstreamPort, HERE, resolve));
  await new Promise<void>((resolve) => tcp.listen(upstreamPort, HERE, resolve));
  const close = await serveDns(HERE, port, HERE, { timeoutMs: 200, upstreamPort });
  try {
    await use(port);
  } finally {
    close();
    udp.close();
    tcp.close();
  }
}

/** What is answered to a question by UDP; undefined when nothing comes in half a second. */
async function ask(port: number, question: string): Promise<string | undefined> {
  const client = createSocket('udp4');
  try {
    const answer = new Promise<string>((resolve) => client.on('message', (data) => resolve(String(data))));
    client.send(question, port, HERE);
    return await Promise.race([answer, sleep(500, undefined)]);
  } finally {
    client.close();
  }
}

/** All that comes by TCP until the other side closes. */
function askByTcp(port: number, question: string): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, HERE, () => socket.write(question));
    socket.on('data', (data) => {
      text += data;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });
}

test('each client gets the answer to its own question', async () => {
  await withRelay(async (port) => {
    const questions = Array.from({ length: 20 }, (_, n) => `¿quién es ${n}?`);
    const answers = await Promise.all(questions.map((question) => ask(port, question)));
    expect(answers).toEqual(questions.map((question) => `re: ${question}`));
  });
});

test('also by TCP', async () => {
  await withRelay(async (port) => {
    expect(await askByTcp(port, '¿quién es?')).toBe('re: ¿quién es?');
  });
});

test('one that is not answered hinders nobody, and is not kept', async () => {
  await withRelay(async (port) => {
    const silent = ask(port, 'calla');
    expect(await ask(port, 'uno')).toBe('re: uno');
    expect(await silent).toBeUndefined();
    expect(await ask(port, 'dos')).toBe('re: dos');
    // Closed by the relay: who waits for it would otherwise wait for ever.
    expect(await askByTcp(port, 'calla')).toBe('');
  });
});
