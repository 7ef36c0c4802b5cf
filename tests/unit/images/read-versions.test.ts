/** What a recording states of versions, read in what programs print. */
import { expect, test } from 'vitest';
import { toolsIn, versionIn } from '../../../src/run/read-versions.ts';

test('an image says the version of its program last, whatever its pull prints', () => {
  const pulled = '1.30: Pulling from library/nginx\nStatus: Downloaded newer image for nginx:1.30\n';
  expect(versionIn(`${pulled}nginx version: nginx/1.30.6\n`)).toBe('1.30.6');
  expect(versionIn('')).toBeUndefined();
});

test('only the tools that a session names are asked', () => {
  const shown = 'curl -s https://docker:2376\ncurl: (56) OpenSSL SSL_read: OpenSSL/3.5.9: error';
  expect(toolsIn(shown)).toEqual(['curl', 'openssl']);
  expect(toolsIn('docker ps\nrunc-v2 libcurl gitea')).toEqual([]);
});
