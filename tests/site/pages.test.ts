/** What every built page has, and what none has. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { budgetOf } from '../../scripts/site/budgets.ts';
import { weigh } from '../../scripts/site/dist.ts';
import { BASE, SITE_URL } from '../../src/config/project.ts';
import minimums from '../../src/content/minimos.json' with { type: 'json' };
import { builtPages, DIST } from './built.ts';

const pages = builtPages();
const table = pages.map((page) => [page.path, page] as const);

describe.each(table)('%s', (_path, page) => {
  const { html } = page;

  it('está en español, con título, descripción y un solo encabezado principal', () => {
    expect(html).toMatch(/<html lang="es"/);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html).toMatch(/<meta name="description" content="[^"]+"/);
    // What a copy button gives may hold HTML of an example.
    expect(html.replace(/"[^"]*"/g, '""').match(/<h1[\s>]/g)).toHaveLength(1);
  });

  it('lleva su política de seguridad, sin manejadores en línea', () => {
    expect(html).toMatch(
      /<meta charset="utf-8"\/?><meta http-equiv="content-security-policy" content="default-src 'none'/,
    );
    const tags = html.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, '').match(/<[a-z][^>]*>/g) ?? [];
    expect(tags.filter((tag) => /\son[a-z]+\s*=/.test(tag.replace(/"[^"]*"/g, '""')))).toEqual([]);
  });

  it('no carga nada de terceros', () => {
    const loads = [
      ...html.matchAll(
        /<(?:script|img|iframe|source|video|audio)[^>]*\ssrc="([^"]+)"|<link(?=[^>]*rel="(?:stylesheet|preload|modulepreload|icon|shortcut icon)")[^>]*href="([^"]+)"/g,
      ),
    ];
    const urls = loads.map((match) => match[1] ?? match[2] ?? '');
    expect(urls.filter((url) => !url.startsWith(BASE) && !url.startsWith('data:'))).toEqual([]);
  });

  it('pesa lo que debe al abrirse', () => {
    expect(weigh(DIST, page).bytes).toBeLessThanOrEqual(budgetOf(html));
  });
});

describe('el sitio', () => {
  const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' });
  const read = (path: string) => readFileSync(join(DIST, path), 'utf8');

  it('tiene todas las páginas', () => {
    expect(pages.length).toBeGreaterThanOrEqual(minimums.pages);
  });

  it('no lleva Mermaid: los diagramas ya están dibujados', () => {
    const scripts = files.filter((path) => path.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((path) => /mermaid/i.test(path) || /mermaid/i.test(read(path)))).toEqual([]);
  });

  it('el mapa nombra todas las páginas menos la 404', () => {
    const listed = [...read('sitemap-0.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      (match) => new URL(match[1] as string).pathname,
    );
    const expected = pages
      .map(({ path }) => BASE.slice(0, -1) + path)
      .filter((path) => !path.endsWith('/404.html'));
    expect(listed.sort()).toEqual(expected.sort());
    expect(read('robots.txt')).toContain(`Sitemap: ${SITE_URL}${BASE}sitemap-index.xml`);
  });

  it('la página 404 está en español y no se indexa', () => {
    expect(read('404.html')).toContain('Esta página no existe');
    expect(read('404.html')).not.toContain('data-pagefind-body');
  });

  it('lleva icono y cabeceras', () => {
    expect(files).toContain('favicon.svg');
    expect(read('_headers')).toContain("frame-ancestors 'none'");
  });

  it('la verificación está también en JSON: los totales, y cada tema aparte', () => {
    const { topics } = JSON.parse(read('verificacion.json')) as { topics: Totals[] };
    const total = (name: 'examples' | 'claims') => topics.reduce((sum, topic) => sum + topic[name], 0);
    expect(total('examples')).toBeGreaterThanOrEqual(minimums.examples);
    expect(total('claims')).toBeGreaterThanOrEqual(minimums.claims);
    for (const { id, json, ...totals } of topics) {
      const data = JSON.parse(read(json.slice(BASE.length)));
      expect([data.examples.length, data.claims.length], id).toEqual([totals.examples, totals.claims]);
      for (const claim of data.claims) expect(claim.experiment, claim.id).not.toBe('');
    }
  });

  it('cada afirmación tiene su evidencia, para leerla con y sin JavaScript', () => {
    const links = pages.flatMap(({ html }) => [...html.matchAll(/class="experimento" href="([^"]+)\.txt"/g)]);
    expect(links.length).toBeGreaterThanOrEqual(minimums.claims);
    for (const [, link] of links) {
      const path = (link as string).slice(BASE.length);
      const { code } = JSON.parse(read(`${path}.json`));
      expect(code, path).not.toBe('');
      expect(read(`${path}.txt`)).toContain(code);
    }
  });
});

interface Totals {
  id: string;
  examples: number;
  claims: number;
  json: string;
}
