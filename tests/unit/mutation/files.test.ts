/** What is dropped from each kind of file, and what is left alone. */
import { describe, expect, it } from 'vitest';
import { dockerfileMutants } from '../../../src/mutation/dockerfile.ts';
import { fileMutants } from '../../../src/mutation/file.ts';
import type { TextMutant } from '../../../src/mutation/mutant.ts';
import { yamlMutants } from '../../../src/mutation/yaml-keys.ts';

const whats = (mutants: TextMutant[]) => mutants.map(({ what }) => what);
const textOf = (mutants: TextMutant[], what: string) => mutants.find((mutant) => mutant.what === what)?.text;

describe('Dockerfile', () => {
  const FILE = `# syntax=docker/dockerfile:1
FROM golang:1.24 AS origen
RUN go build -o /a . && \\
    strip /a

FROM scratch
COPY --from=origen --chown=7 /a /b /
ENV UNO=1 DOS="dos más"
EXPOSE 3000
USER node
CMD ["/a", "una frase"]
`;
  const mutants = dockerfileMutants(FILE);

  it('sin cada instrucción salvo la base, ni comentarios', () => {
    expect(whats(mutants)).toEqual([
      'sin RUN go build -o /a . && strip /a',
      'RUN sin go build -o /a .',
      'RUN sin strip /a',
      'RUN go: sin -o /a',
      'sin FROM scratch',
      'sin COPY --from=origen --chown=7 /a /b /',
      'COPY sin --from=origen',
      'COPY sin --chown=7',
      'COPY sin /a',
      'COPY sin /b',
      'sin ENV UNO=1 DOS="dos más"',
      'ENV sin UNO=1',
      'ENV sin DOS="dos más"',
      'sin EXPOSE 3000',
      'EXPOSE 3000 → 3001',
      'sin USER node',
      'sin CMD ["/a", "una frase"]',
      'CMD en forma de shell',
    ]);
    expect(mutants.find(({ what }) => what === 'sin USER node')?.line).toBe(10);
  });

  it('quita justo eso', () => {
    expect(textOf(mutants, 'RUN sin go build -o /a .')).toContain('RUN strip /a\n');
    expect(textOf(mutants, 'RUN sin strip /a')).toContain('RUN go build -o /a .\n\nFROM scratch');
    expect(textOf(mutants, 'COPY sin --from=origen')).toContain('COPY --chown=7 /a /b /\n');
    expect(textOf(mutants, 'CMD en forma de shell')).toContain("CMD /a 'una frase'\n");
    expect(textOf(mutants, 'sin USER node')).toBe(FILE.replace('USER node\n', ''));
  });

  it('alarga lo que espera una comprobación de salud', () => {
    expect(whats(dockerfileMutants('FROM a\nHEALTHCHECK --interval=2s CMD true\n'))).toEqual([
      'sin HEALTHCHECK --interval=2s CMD true',
      'HEALTHCHECK sin --interval=2s',
      'HEALTHCHECK --interval=2s → 20s',
    ]);
  });

  it('deja las marcas de región y los documentos en línea enteros', () => {
    const text = 'FROM a\n# region: x\nRUN <<FIN\necho\nFIN\n# endregion\n';
    expect(dockerfileMutants(text)[0]?.text).toBe('FROM a\n# region: x\n# endregion\n');
  });
});

describe('Compose', () => {
  const FILE = `name: visor
services:
  # region: web
  web:
    image: nginx:1.30 # la de siempre
    ports: ['8080:80', "127.0.0.1:81:81"]
    volumes:
      - ./web:/w:ro
      - datos:/d
    depends_on:
      api:
        condition: service_healthy
  # endregion
  api:
    image: redis:8
    command: redis-server --port 7
    init: true
    healthcheck:
      test: ["CMD", "x"]
      interval: 2s
      retries: 10
`;
  const mutants = yamlMutants(FILE);

  it('sin cada clave y cada elemento, y con otros valores', () => {
    expect(whats(mutants)).toEqual([
      'sin name',
      'sin services',
      'sin services.web',
      'sin services.web.image',
      'sin services.web.ports',
      'sin services.web.ports[0]',
      'services.web.ports[0] 8080:80 → 8081:80',
      'sin services.web.ports[1]',
      'services.web.ports[1] 127.0.0.1:81:81 → 127.0.0.1:82:81',
      'services.web.ports[1] 127.0.0.1:81:81 → 81:81',
      'sin services.web.volumes',
      'sin services.web.volumes[0]',
      'services.web.volumes[0] ./web:/w:ro → ./web:/w',
      'sin services.web.volumes[1]',
      'sin services.web.depends_on',
      'services.web.depends_on.api.condition service_healthy → service_started',
      'sin services.api',
      'sin services.api.image',
      'sin services.api.command',
      'services.api.command: redis-server: sin --port 7',
      'sin services.api.init',
      'services.api.init true → false',
      'sin services.api.healthcheck',
      'sin services.api.healthcheck.test',
      'sin services.api.healthcheck.test[0]',
      'sin services.api.healthcheck.test[1]',
      'sin services.api.healthcheck.interval',
      'services.api.healthcheck.interval 2s → 20s',
      'sin services.api.healthcheck.retries',
      'services.api.healthcheck.retries 10 → 80',
    ]);
  });

  it('no toca ningún otro carácter: los pasos que cambian el archivo siguen encajando', () => {
    expect(textOf(mutants, 'sin services.web.ports[0]')).toBe(FILE.replace("'8080:80', ", ''));
    expect(textOf(mutants, 'sin services.web.ports[1]')).toBe(FILE.replace(', "127.0.0.1:81:81"', ''));
    expect(textOf(mutants, 'services.web.ports[0] 8080:80 → 8081:80')).toBe(FILE.replace("'8080", "'8081"));
    expect(textOf(mutants, 'sin services.web.volumes[1]')).toBe(FILE.replace('      - datos:/d\n', ''));
    expect(textOf(mutants, 'sin services.web')).toContain(
      'services:\n  # region: web\n  # endregion\n  api:',
    );
  });

  it('un JSON, por sus claves, con sus comas', () => {
    const json = fileMutants('package.json', '{\n  "name": "x",\n  "private": true\n}\n');
    expect(whats(json)).toEqual(['sin name', 'sin private', 'private true → false']);
    expect(JSON.parse(textOf(json, 'sin private') as string)).toEqual({ name: 'x' });
    expect(JSON.parse(textOf(json, 'sin name') as string)).toEqual({ private: true });
  });

  it('de un archivo que no se entiende no saca nada', () => {
    expect(yamlMutants('a: [1')).toEqual([]);
  });
});

describe('guiones, configuración y texto', () => {
  it.for([
    [
      'a.sh',
      '#!/bin/sh\n# nota\nset -e\n\nif [ -d x ]; then\n  echo a\nelse\n  echo b\nfi\nmount a \\\n  b\n',
      ['sin set -e', 'sin if [ -d x ]; then …', 'sin echo a', 'sin echo b', 'sin mount a \\ …'],
    ],
    [
      'a.js',
      "// nota\nconst a = f('{', () => {\n  return 1;\n});\na();\n",
      ["sin const a = f('{', () => { …", 'sin return 1;', 'sin a();'],
    ],
    [
      'a.py',
      'def f(x):\n    return x\n\nprint(f(1))  # fin\n',
      ['sin def f(x): …', 'sin return x', 'sin print(f(1)) # fin'],
    ],
    ['nginx.conf', 'server {\n  listen 80;\n}\n', ['sin server { …', 'sin listen 80;']],
    ['inicio.sql', '-- nota\nCREATE TABLE a (\n  b int\n);\n', ['sin CREATE TABLE a ( …', 'sin b int']],
    ['.dockerignore', '# nota\nnode_modules\n', ['sin node_modules']],
    ['sala.env', 'A=1\n', ['sin A=1']],
    ['cgi-bin/x', '#!/bin/sh\necho a\n', ['sin echo a']],
    [
      'index.html',
      '<html lang="es">\n<!-- nota -->\n<h1 class="x">Hola, radiografía</h1>\n<script>a()</script>\n',
      ['otro texto en <h1 class="x">Hola, radiografía</h1>'],
    ],
    ['a.svg', '<svg>\n  <circle r="6"/>\n</svg>\n', []],
    ['aviso.txt', 'Sala 3\n', ['otro texto en Sala 3']],
    ['package-lock.json', '{"a": 1}', []],
    ['foto.png', '\0\u0001', []],
  ] as const)('%s', ([file, text, expected]) => {
    expect(whats(fileMutants(file, text))).toEqual(expected);
  });

  it('cambia solo el texto de la página', () => {
    const [mutant] = fileMutants('index.html', '<h1 class="Hola">Hola</h1>\n');
    expect(mutant?.text).toBe('<h1 class="Hola">mutante</h1>\n');
  });

  it('quita un bloque entero', () => {
    const [mutant] = fileMutants('nginx.conf', 'server {\n  listen 80;\n}\nfin;\n');
    expect(mutant?.text).toBe('fin;\n');
  });
});
