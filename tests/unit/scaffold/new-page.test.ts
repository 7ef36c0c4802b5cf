/** `npm run nueva`: what it writes passes the checks of the content, but for the recording that it asks for. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addToOrder } from '../../../scripts/scaffold/order.ts';
import { pathsOf, readNames } from '../../../scripts/scaffold/plan.ts';
import { writePage } from '../../../scripts/scaffold/write.ts';
import { readCorpus } from '../../../src/guide/corpus.ts';
import { checkAll } from '../../../src/guide/index.ts';
import { formatProblem } from '../../../src/guide/problem.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dap-new-'));
  const counts = { pages: 3, examples: 1, steps: 1, claims: 1, diagrams: 0 };
  put('src/content/glosario/a.yaml', '{}');
  put('src/content/docs/redes/_orden.yaml', '- index\n- dns\n');
  put('src/content/cobertura.json', '{"items":{},"claims":{}}');
  put('src/content/minimos.json', JSON.stringify(counts));
  put('src/content/techos.json', '{"hidden":10}');
  put('src/content/docs/redes/index.mdx', '---\ntitle: Redes\n---\n');
  put('src/content/docs/redes/dns.mdx', '---\ntitle: DNS\n---\n');
});
afterEach(() => rmSync(root, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const read = (path: string) => readFileSync(join(root, path), 'utf8');

test('page, example and claim pass every check but «it is not recorded», which says how to record it', () => {
  const names = readNames('redes/proxy-inverso', {});
  const paths = pathsOf(names);
  expect(writePage(root, names)).toEqual([...Object.values(paths), 'src/content/docs/redes/_orden.yaml']);
  expect(read('src/content/docs/redes/_orden.yaml')).toBe('- index\n- dns\n- proxy-inverso\n');
  const corpus = readCorpus(root);
  expect(corpus.pages.map(({ slug }) => slug)).toContain('redes/proxy-inverso');
  expect(corpus.claims.map(({ id }) => id)).toEqual(['proxy-inverso']);
  expect(checkAll(corpus).map(formatProblem)).toEqual([
    'examples/redes/proxy-inverso/sesion.console:1:1 el ejemplo «redes/proxy-inverso» no está grabado: no hay salida de un motor real; ejecuta «npm run grabar redes/proxy-inverso»',
  ]);
});

test('example and claim may have names of their own', () => {
  const names = readNames('redes/proxy-inverso', {
    ejemplo: 'redes/nginx',
    afirmacion: 'proxy-oculta',
    tipo: 'resolver',
  });
  writePage(root, names);
  expect(existsSync(join(root, 'examples/redes/nginx/sesion.console'))).toBe(true);
  const page = read('src/content/docs/redes/proxy-inverso.mdx');
  expect(page).toContain('title: Proxy inverso\n');
  expect(page).toContain('tipo: resolver\n');
  expect(page).toContain('<Paso ejemplo="redes/nginx" id="saludar" />');
  expect(page).toContain('<Afirmacion id="proxy-oculta">');
});

test('nothing is overwritten, and then nothing is written', () => {
  put('examples/redes/proxy/sesion.console', 'mía');
  expect(() => writePage(root, readNames('redes/proxy', {}))).toThrow(
    /^Ya existe examples\/redes\/proxy\/sesion\.console, y no se ha escrito nada\.\n {2}Cómo arreglarlo: /,
  );
  expect(read('examples/redes/proxy/sesion.console')).toBe('mía');
  expect(existsSync(join(root, 'src/content/docs/redes/proxy.mdx'))).toBe(false);
});

test.for([
  [undefined, {}, 'Falta decir qué página'],
  ['redes', {}, 'Falta decir qué página'],
  ['redes/a/b', {}, 'Falta decir qué página'],
  ['reds/a', {}, 'No hay ningún tema que se llame «reds»'],
  ['redes/Año', {}, '«Año» no sirve de nombre'],
  ['redes/a', { ejemplo: '../fuera' }, '«../fuera» no sirve de nombre'],
  ['redes/a', { afirmacion: 'a b' }, '«a b» no sirve de nombre'],
  ['redes/a', { tipo: 'guia' }, 'No hay páginas de tipo «guia»'],
] as const)('%s %o is refused', ([address, options, message]) => {
  expect(() => readNames(address, options)).toThrow(message);
});

test('a page goes after the last of its topic, which may be the first', () => {
  put('src/content/docs/redes/_orden.yaml', '- index\n- dns');
  addToOrder(root, 'redes', 'proxy');
  expect(read('src/content/docs/redes/_orden.yaml')).toBe('- index\n- dns\n- proxy\n');
  addToOrder(root, 'compose', 'app');
  expect(read('src/content/docs/compose/_orden.yaml')).toBe('- app\n');
});
