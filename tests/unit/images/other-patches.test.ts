/** The other patch versions of npm run medir:parches: written over the bytes of a program, and nowhere else. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { otherVersion, substitute } from '../../../scripts/patches/substitute.ts';
import { visitTar } from '../../../scripts/patches/tar.ts';
import { readVersion, versionQuestion } from '../../../src/images/program-versions.ts';

test.each([
  ['1.30.6', 'anterior', '1.30.5'],
  ['1.30.6', 'posterior', '1.30.9'],
  ['3.5.9', 'posterior', '3.5.8'],
  ['1.37.0', 'anterior', '1.37.1'],
  ['17.12-0+deb13u1', 'anterior', '17.11-0+deb13u0'],
  ['28.5.2+dfsg4', 'posterior', '28.5.9+dfsg9'],
  ['v2.0.0-beta.24', 'anterior', 'v2.0.0-beta.23'],
  [`${'a'.repeat(39)}f`, 'anterior', `${'b'.repeat(39)}0`],
] as const)('%s, %s, is %s', (version, direction, other) => {
  expect(otherVersion(version, direction)).toBe(other);
});

test('only whole versions of the program are written over, and the length stays', () => {
  const content = Buffer.from('nginx/1.30.6\0 11.30.6 1.30.60 1.30.6.1 1.30.6\0');
  const changes = substitute('usr/sbin/nginx', content, 'anterior');
  expect(content.toString()).toBe('nginx/1.30.5\0 11.30.6 1.30.60 1.30.6.1 1.30.5\0');
  expect(changes).toEqual([
    { program: 'nginx', path: 'usr/sbin/nginx', from: '1.30.6', to: '1.30.5', times: 2 },
  ]);
});

test('a program of Go is what the list of its modules says, wherever it says it', () => {
  const content = Buffer.from(
    '2.3.7\0dep\tgithub.com/containerd/containerd/v2\tv2.3.7\th1:x otra/v2\tv2.3.70',
  );
  substitute('usr/bin/containerd', content, 'posterior');
  expect(content.toString()).toBe(
    '2.3.9\0dep\tgithub.com/containerd/containerd/v2\tv2.3.9\th1:x otra/v2\tv2.3.70',
  );
});

test('the same text in the file of another program stays', () => {
  const content = Buffer.from('nginx/1.30.6');
  expect(substitute('usr/bin/otro', content, 'anterior')).toEqual([]);
  expect(content.toString()).toBe('nginx/1.30.6');
});

test('a layer is walked as tar would, long names included', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dap-tar-'));
  try {
    const long = `${'a'.repeat(90)}-${'b'.repeat(90)}`;
    writeFileSync(join(folder, long), 'uno');
    writeFileSync(join(folder, 'corto'), 'dos');
    execFileSync('ln', ['-s', 'corto', join(folder, 'enlace')]);
    const archive = execFileSync('tar', ['-c', '-C', folder, '--format=gnu', '.']);
    const seen: Record<string, string> = {};
    visitTar(archive, (path, content) => {
      seen[path] = content.toString();
      content.fill('x');
    });
    expect(seen).toEqual({ [long]: 'uno', corto: 'dos' });
    const listing = execFileSync('tar', ['-xO'], { input: archive }).toString();
    expect(listing).toBe('xxxxxx');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the question about a version depends on the name of the image and on nothing else of its reference', () => {
  expect(versionQuestion('docker-a-prueba/nginx:1.30')?.join(' ')).toContain('nginx -v');
  expect(versionQuestion('nginx')?.join(' ')).toContain('nginx -v');
  expect(versionQuestion('hello-world:latest')).toBeUndefined();
  expect(versionQuestion('ana/mi-nginx:1')).toBeUndefined();
  expect(readVersion('nginx version: nginx/1.30.6')).toBe('1.30.6');
  expect(readVersion('postgres (PostgreSQL) 17.12 (Debian 17.12-0+deb13u1)')).toBe('17.12');
});
