import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Names by which clients reach Docker Hub. */
export const HUB_NAMES: readonly string[] = [
  'registry-1.docker.io',
  'auth.docker.io',
  'index.docker.io',
  'docker.io',
  'hub.docker.com',
  'registry.hub.docker.com',
];

/** Certificate of the hub, and that of the authority which only this run's sandboxes trust. */
export interface Identity {
  key: string;
  certificate: string;
  authority: string;
}

/** Makes an authority, and a certificate for the hub's names signed by it. Keys never leave the folder. */
export async function makeIdentity(folder: string): Promise<Identity> {
  const path = (name: string) => join(folder, name);
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  await run('openssl', [
    ...['req', '-x509', ...newKey, '-subj', '/CN=Docker a prueba'],
    ...['-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign'],
    ...['-keyout', path('authority.key'), '-out', path('authority.pem')],
  ]);
  await run('openssl', [
    ...['req', '-x509', ...newKey, '-subj', '/CN=registry-1.docker.io'],
    ...['-CA', path('authority.pem'), '-CAkey', path('authority.key')],
    ...['-addext', `subjectAltName=${HUB_NAMES.map((name) => `DNS:${name}`).join(',')}`],
    ...['-addext', 'basicConstraints=critical,CA:FALSE', '-addext', 'extendedKeyUsage=serverAuth'],
    ...['-keyout', path('hub.key'), '-out', path('hub.pem')],
  ]);
  const [key, certificate, authority] = await Promise.all(
    ['hub.key', 'hub.pem', 'authority.pem'].map((name) => readFile(path(name), 'utf8')),
  );
  return { key: String(key), certificate: String(certificate), authority: String(authority) };
}
