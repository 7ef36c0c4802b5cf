/** The Sätteri plugins as the build runs them. */
import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type MdxToJsResult, mdxToJs } from 'satteri';
import { describe, expect, it } from 'vitest';
import { COMPONENTS } from '../../../src/guide/components.ts';
import {
  accessibleTables,
  headingIds,
  pageComponents,
  pageRules,
  plainSlug,
  untranslatedCode,
} from '../../../src/plugins/markdown.ts';

const PAGE = pathToFileURL(`${process.cwd()}/src/content/docs/redes/x.mdx`);
const compile = (source: string, fileURL = PAGE): MdxToJsResult =>
  mdxToJs(source, {
    fileURL,
    features: { directive: true },
    mdastPlugins: [pageRules, pageComponents],
    hastPlugins: [headingIds, accessibleTables, untranslatedCode],
  }) as MdxToJsResult;

describe('reglas de las páginas en la construcción', () => {
  it.each([
    [
      'bloque sin fuente',
      'Hola\n\n```sh\ndocker ps\n```',
      'src/content/docs/redes/x.mdx:3:1 bloque de código «sh» sin fuente',
    ],
    ['bloque sin lenguaje', '```\nx\n```', 'bloque de código «sin lenguaje» sin fuente'],
    [
      'bloque con sangría en una lista',
      '- uno\n\n  ```yaml\n  a: 1\n  ```',
      ':3:3 bloque de código «yaml» sin fuente',
    ],
    ['<pre>', '<pre>x</pre>', '<pre> escrito en la página'],
    ['<Code>', '<Code code="x" lang="sh" />', '<Code> escrito en la página'],
    ['<script>', '<script>x</script>', '<script> escrito en la página'],
    [
      'componente desconocido',
      'Hola\n\nuno <Orden id="x" />',
      'x.mdx:3:5 componente <Orden> desconocido; usa uno',
    ],
    [
      'importación',
      "import Paso from './Paso.astro';\n\n<Paso />",
      'x.mdx:1:1 la importación de <Paso> sobra',
    ],
    ['exportación', 'export const x = 1;', '«export const x = 1;» escrito en la página'],
    ['directiva de bloque', ':::nota\nx\n:::', 'directiva «:::nota» desconocida'],
    ['directiva de línea', '::nota', 'directiva «::nota» desconocida'],
  ])('%s detiene la construcción', (_name, source, message) => {
    expect(() => compile(source)).toThrow(message);
  });

  it('acepta asides de Starlight, código en línea y bloques con motivo', () => {
    const source = ':::note[Título]\nx `docker ps`\n:::\n\n```txt motivo="árbol de carpetas"\na\n```';
    expect(() => compile(source)).not.toThrow();
  });

  it('no juzga lo que no es una página', () => {
    expect(() => compile('```sh\nx\n```', pathToFileURL('/otro/archivo.mdx'))).not.toThrow();
  });
});

describe('componentes sin importar', () => {
  const imports = (source: string, fileURL = PAGE) =>
    [...compile(source, fileURL).code.matchAll(/^import (\w+) from ['"](\/[^'"]+)/gm)].map(
      ([, name, path]) => [name, path],
    );

  it('se importa una vez cada uno de los que usa la página, en bloque o en una frase, y ninguno más', () => {
    expect(
      imports('- un <Termino id="x">x</Termino>\n\n<Paso id="a" />\n\n<Paso id="b" />\n\n<kbd>x</kbd>'),
    ).toEqual([
      ['Paso', '/src/components/Paso.astro'],
      ['Termino', '/src/components/Termino.astro'],
    ]);
    expect(imports('Sin componentes')).toEqual([]);
  });

  it('solo en las páginas', () => {
    expect(imports('<Paso />', pathToFileURL('/otro/archivo.mdx'))).toEqual([]);
  });

  it('son los que hay en src/components/', () => {
    const files = readdirSync('src/components').filter((name) => name.endsWith('.astro'));
    expect(files.map((name) => name.replace('.astro', '')).sort()).toEqual(Object.keys(COMPONENTS));
  });
});

describe('anclas', () => {
  it.each([
    ['¿Qué es una imagen?', 'que-es-una-imagen'],
    ['El año del DNS: 127.0.0.11', 'el-ano-del-dns-1270011'],
    ['`docker network` — «redes»', 'docker-network-redes'],
  ])('«%s» es #%s', (text, id) => {
    expect(plainSlug(text)).toBe(id);
  });

  it('los encabezados repetidos se numeran', () => {
    const { code } = compile('## Límites\n\n## Límites');
    expect(code).toContain('"limites"');
    expect(code).toContain('"limites-1"');
  });
});

describe('tablas', () => {
  it('se desplazan en una caja con nombre y la esquina vacía no es un encabezado', () => {
    const { code } = compile('|  | DNS |\n|---|---|\n| bridge | no |');
    expect(code).toMatch(/"aria-label": "Tabla: DNS"|ariaLabel: "Tabla: DNS"/);
    expect(code.match(/_components\.th,/g)).toHaveLength(1);
  });

  it('una opción no se corta en su guion; lo largo, sí', () => {
    const { code } = compile('| a |\n|---|\n| `--network` |\n| `docker network inspect puente` |');
    expect(code.match(/dap-corto/g)).toHaveLength(1);
  });
});

describe('traductores', () => {
  it('dejan en paz lo que se teclea', () => {
    expect(compile('Con `--rm` se borra').code).toMatch(/translate: "no"/);
  });
});
