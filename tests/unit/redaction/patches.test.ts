import { expect, test } from 'vitest';
import { patches } from '../../../src/examples/redaction/patches.ts';
import { ruleTable } from './rule-table.ts';

/** Pairs that differ in what Debian or an official image moves by itself. */
const EQUAL: Record<string, [string, string]> = {
  'nginx, of itself': ['nginx version: nginx/1.30.6', 'nginx version: nginx/1.30.2'],
  'nginx, in a header': ['Server: nginx/1.30.6', 'Server: nginx/1.30.12'],
  'nginx, in its error page': ['<hr><center>nginx/1.30.6</center>', '<hr><center>nginx/1.30.2</center>'],
  'Apache of Debian and official': ['Server: Apache/2.4.66 (Debian)', 'Server: Apache/2.4.65 (Unix)'],
  'a client, in a log': [
    '"HEAD / HTTP/1.1" 200 0 "-" "curl/8.14.1" "-"',
    '"HEAD / HTTP/1.1" 200 0 "-" "curl/8.17.0" "-"',
  ],
  'curl, of itself': [
    'curl 8.14.1 (x86_64-pc-linux-gnu) libcurl/8.14.1 OpenSSL/3.5.7 zlib/1.3.1',
    'curl 8.15.0 (x86_64-pc-linux-gnu) libcurl/8.15.0 OpenSSL/3.5.9 zlib/1.3.2',
  ],
  'OpenSSL, in an error': [
    'curl: (56) OpenSSL SSL_read: OpenSSL/3.5.7: error:0A00045C:SSL routines::tlsv13 alert certificate required, errno 0',
    'curl: (56) OpenSSL SSL_read: OpenSSL/3.5.9: error:0A00045C:SSL routines::tlsv13 alert certificate required, errno 0',
  ],
  redis: ['redis-cli 8.0.2', 'redis-cli 8.2.1'],
  'redis, in its log': [
    '* Redis version=8.0.2, bits=64, commit=00000000, modified=0, pid=1, just started',
    '* Redis version=8.2.1, bits=64, commit=7aa5f5de, modified=1, pid=1, just started',
  ],
  'redis, in its drawing': [
    '_.-``__ ``-._  8.0.2 (00000000/0) 64 bit',
    '_.-``__ ``-._  8.2.1 (7aa5f5de/1) 64 bit',
  ],
  'redis, in INFO': ['redis_version:8.0.2', 'redis_version:8.2.1'],
  'redis, of itself': [
    'Redis server v=8.0.2 sha=00000000:0 malloc=jemalloc-5.3.0',
    'Redis server v=8.2.1 sha=7aa5f5de:1 malloc=jemalloc-5.3.0',
  ],
  'BusyBox of Debian and official': [
    'BusyBox v1.37.0 (Debian 1:1.37.0-6+b3) multi-call binary.',
    'BusyBox v1.37.1 (2025-10-11 12:00:00 UTC) multi-call binary.',
  ],
  psql: [
    'psql (PostgreSQL) 17.6 (Debian 17.6-0+deb13u1)',
    'psql (PostgreSQL) 17.10 (Debian 17.10-1.pgdg13+1)',
  ],
  'psql, when it greets': ['psql (17.6 (Debian 17.6-0+deb13u1))', 'psql (17.9 (Debian 17.9-0+deb13u1))'],
  'PostgreSQL, in its log': [
    'starting PostgreSQL 17.6 (Debian 17.6-0+deb13u1) on x86_64-pc-linux-gnu, compiled by gcc (Debian 14.2.0-19) 14.2.0, 64-bit',
    'starting PostgreSQL 17.9 (Debian 17.9-1.pgdg13+1) on x86_64-pc-linux-gnu, compiled by gcc (Debian 14.3.0-1) 14.3.0, 64-bit',
  ],
  MariaDB: [
    'mariadb from 11.8.6-MariaDB, client 15.2 for debian-linux-gnu (x86_64)',
    'mariadb from 11.8.3-MariaDB, client 15.2 for debian-linux-gnu (x86_64)',
  ],
  'MariaDB, in its log': [
    'Starting MariaDB 11.8.6-MariaDB-0+deb13u1 from Debian source revision 9bfea48ce1214cc4470f6f6f8a4e30352cef84e7 as process 1',
    'Starting MariaDB 11.8.3-MariaDB-ubu2404 source revision 1d3e4e1f0e1214cc4470f6f6f8a4e30352cef84e as process 1',
  ],
  'Python, of itself': ['Python 3.13.5', 'Python 3.13.9'],
  'Python, in a header': ['Server: SimpleHTTP/0.6 Python/3.13.5', 'Server: SimpleHTTP/0.6 Python/3.13.11'],
  Go: ['go version go1.24.4 linux/amd64', 'go version go1.24.11 linux/amd64'],
  'Node, when it fails': ['Node.js v24.11.1', 'Node.js v24.12.0'],
  pip: ['pip 25.1.1 from /usr/lib/python3', 'pip 25.3 from /usr/lib/python3'],
  'the engine of Debian and of Docker': [
    'Docker version 28.5.2+dfsg4, build 9cc6dea35e9a963f281434761c656fba4ac43aed',
    'Docker version 28.3.3, build 980b856',
  ],
  'the engine built from its modules': [
    'Docker version 29.8.2, build v29.8.2',
    'Docker version 29.8.1, build v29.8.1',
  ],
  'the pieces of the engine': [
    'Engine 28.5.2+dfsg4\ncontainerd 2.1.9+unknown\nrunc 1.3.6+ds1\ndocker-init 0.19.0',
    'Engine 28.5.1\ncontainerd v2.1.4\nrunc 1.3.0\ndocker-init 0.18.0',
  ],
  'a client of the engine': [
    'docker/28.5.2+dfsg4 go/go1.24.9 git-commit/9cc6dea35e kernel/6.18.44-fc os/linux UpstreamClient(Docker-Client/28.5.2+dfsg4 \\(linux\\))',
    'docker/28.5.1 go/go1.24.8 git-commit/f8215cc kernel/6.12.1 os/linux UpstreamClient(Docker-Client/28.5.1 \\(linux\\))',
  ],
  Compose: ['Docker Compose version 2.40.3-3', 'Docker Compose version v2.39.1'],
  'the label of Compose': [
    '"com.docker.compose.version": "2.40.3"',
    '"com.docker.compose.version": "2.39.1"',
  ],
  Buildx: [
    'github.com/docker/buildx 0.29.1+ds1 0.29.1+ds1-4',
    'github.com/docker/buildx v0.30.0 a32761aeb3debd39be1eca514af3693af0db334b',
  ],
  'a variable of the environment': ['NGINX_VERSION=1.30.6', 'NGINX_VERSION=1.30.2'],
  'the same in JSON': ['"PG_VERSION=17.6-0+deb13u1",', '"PG_VERSION=17.9-1.pgdg13+1",'],
  'MariaDB, with its epoch': [
    'MARIADB_VERSION=1:11.8.6+maria~deb13',
    'MARIADB_VERSION=1:11.8.3+maria~ubu2404',
  ],
  'a package of Debian': ['  Candidate: 20.19.2+dfsg-1+deb13u3', '  Candidate: 20.19.4+dfsg-1+deb13u1'],
  'a package that is installed': [
    'Setting up curl (8.14.1-2+deb13u2) ...',
    'Setting up curl (8.14.1-2+deb13u4) ...',
  ],
  iptables: ['iptables v1.8.11 (nf_tables)', 'iptables v1.8.12 (nf_tables)'],
  jq: ['jq-1.7.1', 'jq-1.7.2'],
  git: ['git version 2.47.3', 'git version 2.51.0'],
  GLIBC: ['ldd (Debian GLIBC 2.41-12+deb13u1) 2.41', 'ldd (Debian GLIBC 2.42-4) 2.42'],
};

/** What an author or a tag chose: another value is another thing. */
const DIFFERENT: Record<string, [string, string]> = {
  'another minor of nginx': ['nginx/1.30.6', 'nginx/1.31.6'],
  'another major of redis': ['redis-cli 8.0.2', 'redis-cli 9.0.2'],
  'another engine': ['Docker version 28.5.2, build 9cc6dea', 'Docker version 29.5.2, build 9cc6dea'],
  'another Python': ['Python 3.13.5', 'Python 3.14.5'],
  'another PostgreSQL': ['psql (PostgreSQL) 17.6', 'psql (PostgreSQL) 18.6'],
  'another program': ['Server: nginx/1.30.6', 'Server: Apache/1.30.6'],
  'an address': ['nginx 10.0.5.7', 'nginx 10.0.6.7'],
  'an address after a name of ours': ['curl 10.0.5.7', 'curl 10.0.5.8'],
  'an address and a port': ['Docker 172.17.0.2:80', 'Docker 172.17.0.3:80'],
  'a tag': ['nginx:1.30', 'nginx:1.29'],
  'a whole tag': ['nginx:1.30.6', 'nginx:1.30.2'],
  'a tag in a table': ['redis         8.0.2     4ab1c5e0', 'redis         8.0.3     4ab1c5e0'],
  'a repository and a tag': ['redis 8.0.2', 'redis 8.0.3'],
  'the version of a Compose file': ['version: "3.8"', 'version: "3.9"'],
  'a package of the author': ['"ms": "^2.1.3"', '"ms": "^2.1.4"'],
  'the version of the author': ['"version": "1.0.0"', '"version": "1.0.1"'],
  'an engine that a package asks for': ['"node": ">=24.1.0"', '"node": ">=24.2.0"'],
  'a package pinned with npm': ['npm install express@4.19.2', 'npm install express@4.19.3'],
  'a package pinned with pip': ['flask==3.0.3', 'flask==3.0.4'],
  'a package pinned with apt': ['curl=8.14.1-2+deb13u2', 'curl=8.14.1-2+deb13u4'],
  'a variable of the author': ['APP_VERSION=1.2.3', 'APP_VERSION=1.2.4'],
  'the version of an API': ['API version: 1.51', 'API version: 1.50'],
  'a constant of a specification': ['{"imageLayoutVersion": "1.0.0"}', '{"imageLayoutVersion": "1.1.0"}'],
  'an amount': ['redis 0.15%', 'redis 0.25%'],
};

const rows = (pairs: Record<string, [string, string]>, same: boolean) =>
  Object.fromEntries(Object.entries(pairs).map(([name, pair]) => [name, { pair, same }]));

ruleTable(patches, { ...rows(EQUAL, true), ...rows(DIFFERENT, false) });

ruleTable(patches, {
  'docker version with a format': {
    command: "docker version --format '{{.Client.Version}} (cliente)  {{.Server.Version}} (servidor)'",
    pair: ['28.5.2+dfsg4 (cliente)  28.5.2+dfsg4 (servidor)', '28.5.1 (cliente)  28.3.3 (servidor)'],
    same: true,
  },
  'docker version with another engine': {
    command: "docker version --format '{{.Server.Version}}'",
    pair: ['28.5.2+dfsg4', '29.0.0'],
    same: false,
  },
  'docker version keeps that of the API': {
    command: 'docker version',
    pair: [' API version:       1.51', ' API version:       1.52'],
    same: false,
  },
  'node --version': {
    command: 'docker run --rm node:24-trixie-slim node --version',
    pair: ['v24.11.1', 'v24.12.0'],
    same: true,
  },
  'node --version of another major': {
    command: 'docker run --rm node:24-trixie-slim node --version',
    pair: ['v24.11.1', 'v25.11.1'],
    same: false,
  },
  'Debian says its point release': { command: 'cat /etc/debian_version', pair: ['13.2', '13.8'], same: true },
  'a version that the author pinned': {
    typed: 'FROM redis:8.0.2',
    pair: ['redis-cli 8.0.2', 'redis-cli 8.0.3'],
    same: false,
  },
  'a bare version of anybody else': { command: 'cat version.txt', pair: ['1.2.3', '1.2.4'], same: false },
});

test('what the tag promises stays readable', () => {
  const redact = (text: string) => patches.apply(text, { command: '', typed: () => false });
  expect(redact('redis-cli 8.0.2')).toBe('redis-cli 8.<…>');
  expect(redact('nginx/1.30.6')).toBe('nginx/1.30.<…>');
  expect(redact('Docker version 28.5.2+dfsg4, build 9cc6dea35e9a')).toBe('Docker version 28.<…>');
  expect(redact('BusyBox v1.37.0 (Debian 1:1.37.0-6+b3) multi-call binary.')).toBe(
    'BusyBox 1.37.<…> multi-call binary.',
  );
});
