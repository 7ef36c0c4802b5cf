/** The hub serves a whole run: what one client sends or loses must not end it. */
import { pbkdf2 } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { serveDns } from '../../../src/hub/dns.ts';
import { addressOf } from '../../../src/hub/route.ts';

const derive = promisify(pbkdf2);

test('a target that is no path is told apart, and no exception', () => {
  for (const odd of ['//', '///v2/', 'http://', 'https://[']) expect(addressOf(odd), odd).toBeUndefined();
  expect(addressOf('/v2/?n=1')?.pathname).toBe('/v2/');
  expect(addressOf(undefined)?.pathname).toBe('/');
});

test.for([
  ['before its time is over', false],
  ['after it', true],
] as const)('a name server that is not found %s ends no more than the question', async ([, late]) => {
  const failures: Error[] = [];
  const note = (error: Error) => failures.push(error);
  process.on('uncaughtException', note);
  const port = 20_000 + (process.pid % 10_000);
  const timeoutMs = 50;
  const close = await serveDns('127.0.0.1', port, 'no.existe.invalid', { timeoutMs });
  const client = createSocket('udp4');
  try {
    // Names are looked up by the few threads of Node, which have something else to do meanwhile.
    const busy = late ? Array.from({ length: 8 }, () => derive('x', 'y', 300_000, 64, 'sha512')) : [];
    await new Promise((resolve) => client.send('?', port, '127.0.0.1', resolve));
    await Promise.all(busy);
    // The answer that never comes, and the timer after it.
    await sleep(timeoutMs * 10);
    expect(failures).toEqual([]);
  } finally {
    client.close();
    close();
    process.off('uncaughtException', note);
  }
});
