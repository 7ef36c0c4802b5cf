/** What every built page has, and what none has. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { budgetOf } from '../../scripts/site/budgets.ts';
import { type BuiltPage, weigh } from '../../scripts/site/dist.ts';
import { BASE, SITE_URL } from '../../src/config/project.ts';
import minimums from '../../src/content/minimos.json' with { type: 'json' };
import { builtPages, DIST } from './built.ts';

const pages = builtPages();
const table = pages.map((page) => [page.path, page] as const);

it.each(table)('%s', (_path, page) => {
  expect(faultsOf(page)).toEqual([]);
});

it('cada falta se señala, y todas a la vez', () => {
  const html =
    '<html lang="en"><script src="https://ajeno.example/x.js"></script><h1>A</h1><h1>B</h1><a onclick="x()">';
  expect(
    faultsOf({ path: '/', html: html + Array.from({ length: 9000 }, (_, n) => n * 7919).join() }),
  ).toEqual([
    'no está en español',
    'le falta el título',
    'le falta la descripción',
    'tiene 2 encabezados principales',
    'le falta la política de seguridad',
    'manejador en línea: <a onclick="x()">',
    'carga de terceros: https://ajeno.example/x.js',
    expect.stringMatching(/^pesa \d+ bytes y puede pesar 25000$/),
  ]);
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

/** What is wrong with a built page. */
function faultsOf(page: BuiltPage): string[] {
  const { html } = page;
  // What a copy button gives may hold HTML of an example.
  const titles = html.replace(/"[^"]*"/g, '""').match(/<h1[\s>]/g)?.length ?? 0;
  const policy =
    /<meta charset="utf-8"\/?><meta http-equiv="content-security-policy" content="default-src 'none'/;
  const { bytes } = weigh(DIST, page);
  const budget = budgetOf(html);
  return [
    !html.includes('<html lang="es"') && 'no está en español',
    !/<title>[^<]+<\/title>/.test(html) && 'le falta el título',
    !/<meta name="description" content="[^"]+"/.test(html) && 'le falta la descripción',
    titles !== 1 && `tiene ${titles} encabezados principales`,
    !policy.test(html) && 'le falta la política de seguridad',
    ...inlineHandlers(html).map((tag) => `manejador en línea: ${tag}`),
    ...foreignLoads(html).map((url) => `carga de terceros: ${url}`),
    bytes > budget && `pesa ${bytes} bytes y puede pesar ${budget}`,
  ].filter((fault) => fault !== false);
}

function inlineHandlers(html: string): string[] {
  const tags = html.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, '').match(/<[a-z][^>]*>/g) ?? [];
  return tags.filter((tag) => /\son[a-z]+\s*=/.test(tag.replace(/"[^"]*"/g, '""')));
}

function foreignLoads(html: string): string[] {
  const loads = html.matchAll(
    /<(?:script|img|iframe|source|video|audio)[^>]*\ssrc="([^"]+)"|<link(?=[^>]*rel="(?:stylesheet|preload|modulepreload|icon|shortcut icon)")[^>]*href="([^"]+)"/g,
  );
  return [...loads]
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((url) => !url.startsWith(BASE) && !url.startsWith('data:'));
}
