/** The hub serves a whole run: what one client sends or loses must not end it. */
import { createSocket } from 'node:dgram';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { serveDns } from '../../../src/hub/dns.ts';
import { addressOf } from '../../../src/hub/route.ts';

test('a target that is no path is told apart, and no exception', () => {
  for (const odd of ['//', '///v2/', 'http://', 'https://[']) expect(addressOf(odd), odd).toBeUndefined();
  expect(addressOf('/v2/?n=1')?.pathname).toBe('/v2/');
  expect(addressOf(undefined)?.pathname).toBe('/');
});

test('a name server that cannot be reached ends no more than the question', async () => {
  const failures: Error[] = [];
  const note = (error: Error) => failures.push(error);
  process.on('uncaughtException', note);
  const port = 30_000 + (process.pid % 10_000);
  const timeoutMs = 50;
  const close = await serveDns('127.0.0.1', port, 'no.existe.invalid', { timeoutMs });
  const client = createSocket('udp4');
  try {
    await new Promise((resolve) => client.send('?', port, '127.0.0.1', resolve));
    // The answer that never comes, and the timer after it.
    await sleep(timeoutMs * 10);
    expect(failures).toEqual([]);
  } finally {
    client.close();
    close();
    process.off('uncaughtException', note);
  }
});
