import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SiteServer, serveSite } from '../../../scripts/setup/server.ts';
import { mediaType, resolvePath } from '../../../scripts/setup/static-files.ts';
import { headersFor, parseHeaders } from '../../../src/config/headers.ts';

const HEADERS = `# Cabeceras
/*
  X-Content-Type-Options: nosniff
  Cache-Control: no-cache

/_astro/*
  Cache-Control: public, max-age=31536000, immutable
`;

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'docker-a-prueba-sitio-'));
  for (const folder of ['redes', '_astro', '.oculta', 'vacia']) mkdirSync(join(root, folder));
  writeFileSync(join(root, 'index.html'), '<title>Inicio</title>');
  writeFileSync(join(root, '404.html'), '<title>No existe</title>');
  writeFileSync(join(root, 'redes/index.html'), '<title>Redes</title>');
  writeFileSync(join(root, '_astro/a.css'), 'body{}'.repeat(100));
  writeFileSync(join(root, '.oculta/a.txt'), 'x');
  writeFileSync(join(root, '_headers'), HEADERS);
});

afterAll(() => rmSync(root, { recursive: true }));

describe('headers', () => {
  it('apply by path, the later over the earlier', () => {
    const rules = parseHeaders(HEADERS);
    expect(headersFor(rules, '/redes/')).toEqual({
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-cache',
    });
    expect(headersFor(rules, '/_astro/a.css')['Cache-Control']).toContain('immutable');
  });
});

describe('resolvePath', () => {
  it('answers folders with their index and sends them to their slash', () => {
    expect(resolvePath(root, '/', '/redes/')).toMatchObject({
      kind: 'file',
      path: join(root, 'redes/index.html'),
    });
    expect(resolvePath(root, '/', '/redes')).toEqual({ kind: 'redirect', to: '/redes/' });
  });

  it('hangs below a base', () => {
    expect(resolvePath(root, '/guia/', '/guia/redes/')).toMatchObject({ kind: 'file' });
    expect(resolvePath(root, '/guia/', '/guia')).toEqual({ kind: 'redirect', to: '/guia/' });
    expect(resolvePath(root, '/guia/', '/redes/')).toEqual({ kind: 'missing' });
  });

  it.each(['/../secreto', '/%2e%2e/%2e%2e/etc/passwd', '/.oculta/a.txt', '/vacia/', '/%', '/%00', '/nada'])(
    'finds nothing at %s',
    (path) => {
      expect(resolvePath(root, '/', path)).toEqual({ kind: 'missing' });
    },
  );

  it('knows the types that browsers insist on', () => {
    expect(['a.js', 'a.css', 'a.wasm', 'a.svg', 'a.pf_meta'].map(mediaType)).toEqual([
      'text/javascript; charset=utf-8',
      'text/css; charset=utf-8',
      'application/wasm',
      'image/svg+xml; charset=utf-8',
      'application/octet-stream',
    ]);
  });
});

describe('serveSite', () => {
  let site: SiteServer;
  beforeAll(async () => {
    site = await serveSite({ root, port: 0 });
  });
  afterAll(() => site.close());

  it('serves pages with the headers they are published with', async () => {
    const response = await fetch(new URL('/redes/', site.url));
    expect(response.status).toBe(200);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toContain('Redes');
  });

  it('gives the same headers below a base', async () => {
    const other = await serveSite({ root, base: '/guia/', port: 0 });
    try {
      const { headers } = await fetch(new URL('_astro/a.css', other.url));
      expect(headers.get('cache-control')).toContain('immutable');
    } finally {
      await other.close();
    }
  });

  it('compresses text', async () => {
    const response = await fetch(new URL('/_astro/a.css', site.url), {
      headers: { 'accept-encoding': 'br' },
    });
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(await response.text()).toBe('body{}'.repeat(100));
  });

  it('answers 404 with its page, and 405 to what is not reading', async () => {
    const missing = await fetch(new URL('/nada/', site.url));
    expect([missing.status, await missing.text()]).toEqual([404, '<title>No existe</title>']);
    expect((await fetch(site.url, { method: 'POST' })).status).toBe(405);
  });

  it('takes the next port when one is taken', async () => {
    const other = await serveSite({ root, port: site.port });
    expect(other.port).toBeGreaterThan(site.port);
    await other.close();
  });
});
