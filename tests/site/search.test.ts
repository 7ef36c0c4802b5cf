/** What the search of the built site answers: every key of every page, and what readers type and paste. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchFor } from '../../src/components/search/engine.ts';
import type { Index } from '../../src/components/search/found.ts';
import { withBase } from '../../src/config/project.ts';
import { DIST } from './built.ts';
import { openIndex } from './search-index.ts';

/** A page is found when it is among these. */
const FIRST = 3;

/** Hundreds of searches: some seconds, or many on a machine that is busy with engines. */
const SLOW_MS = 300_000;

let index: Index;
let close: (() => Promise<void>) | undefined;
beforeAll(async () => {
  ({ index, close } = await openIndex(DIST));
});
afterAll(() => close?.());

async function firstPages(query: string): Promise<string[]> {
  const { pages } = await searchFor(index, query, '', FIRST);
  return pages.map(({ url }) => url);
}

/** Keys that do not find their page, each with what they find. */
async function lostKeys(write: (key: string) => string): Promise<string[]> {
  const lost: string[] = [];
  for (const { url, keys } of index.keys) {
    for (const key of keys) {
      const found = await firstPages(write(key));
      if (!found.includes(url)) lost.push(`${url} «${write(key)}» → ${found.join(' ') || 'nada'}`);
    }
  }
  return lost;
}

describe('las claves de cada página', () => {
  it('son muchas, y de casi todas las páginas', () => {
    expect(index.keys.filter(({ keys }) => keys.length > 0).length).toBeGreaterThan(40);
  });

  it(
    'buscada sola, cada una encuentra su página entre las tres primeras',
    async () => {
      expect(await lostKeys((key) => key)).toEqual([]);
    },
    SLOW_MS,
  );

  it(
    'también sin tildes y en mayúsculas',
    async () => {
      // `-P` in lower case is another option.
      const write = (key: string) =>
        key.length < 3
          ? key
          : key
              .normalize('NFD')
              .replace(/[\u0300-\u036f]/g, '')
              .toUpperCase();
      expect(await lostKeys(write)).toEqual([]);
    },
    SLOW_MS,
  );

  it('una que se quita de la lista se echa de menos: la prueba sabe fallar', async () => {
    const whole = index;
    const page = whole.keys.find(({ keys }) => keys.includes('127'));
    index = { ...whole, keys: whole.keys.map((other) => (other === page ? { ...other, keys: [] } : other)) };
    const found = await firstPages('127').finally(() => {
      index = whole;
    });
    expect(found).not.toContain(page?.url);
    expect(found).not.toEqual([]);
  });
});

describe('lo que se teclea', () => {
  it.each([
    ['8080', 'redes/publicar-puertos'],
    ['0.0.0.0', 'redes/publicar-puertos'],
    ['127.0.0.11', 'redes/nombres-y-dns'],
    ['172.17.0.1', 'redes/como-funciona'],
    ['2375', 'fundamentos/clientes-remotos'],
    ['/var/run/docker.sock', 'fundamentos/arquitectura'],
    ['/etc/docker/daemon.json', 'fundamentos/motor-por-dentro'],
    ['--mount', 'empezar/persistir-datos'],
    ['--env-file', 'empezar/variables-de-entorno'],
    ['--rm', 'empezar/primer-contenedor'],
    ['-d', 'empezar/primera-web'],
    ['127', 'fundamentos/la-vida-de-un-docker-run'],
    ['-p 8080:80', 'redes/publicar-puertos'],
    ['docker run -p 8080:80 nginx', 'redes/publicar-puertos'],
    ['EXPOSE 8080', 'redes/expose'],
    ['nginx:1.30', 'empezar/primera-web'],
    ['docker0', 'redes/como-funciona'],
    ['CONTENEDOR', 'fundamentos/que-es-un-contenedor'],
    ['volumenes', 'empezar/persistir-datos'],
    ['bolumen', 'empezar/persistir-datos'],
    ['contenedro', 'fundamentos/que-es-un-contenedor'],
    ['kontenedor', 'fundamentos/que-es-un-contenedor'],
    ['imajen', 'empezar/primera-imagen'],
    ['imagenes', 'empezar/primera-imagen'],
    ['instalar doker', 'empezar/instalar'],
    ['remove container', 'empezar/primera-web'],
    ['expose puerto', 'redes/expose'],
    ['puerto ocupado', 'redes/problemas-de-puertos'],
    ['dæmon', 'fundamentos/arquitectura'],
  ])('«%s» → %s', async (query, page) => {
    expect(await firstPages(query)).toContain(withBase(`${page}/`));
  });

  it.each(['zzqqxx', 'qwertyuiop', 'gatos', 'futbol', '99.88.77.66', '/opt/zzqqxx', '--zzqqxx', '64738'])(
    '«%s» no encuentra nada',
    async (query) => expect(await firstPages(query)).toEqual([]),
  );
});

describe('lo que se pega', () => {
  it.each([
    [
      'docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint web2 (0a1b2c3d4e5f): Bind for 0.0.0.0:8080 failed: port is already allocated',
      'redes/problemas-de-puertos',
    ],
    [
      'docker: Error response from daemon: Conflict. The container name "/web" is already in use by container "3f0c2e8f1f8f0a1b2c3d4e5f3f0c2e8f1f8f0a1b2c3d4e5f3f0c2e8f1f8f0a1b". You have to remove (or rename) that container to be able to reuse that name.',
      'redes/problemas-de-puertos',
    ],
    ['curl: (56) Recv failure: Connection reset by peer', 'redes/problemas-de-red'],
    [
      'Error response from daemon: network mi_red has active endpoints (name:"web" id:"abc123def456")',
      'redes/nombres-y-dns',
    ],
    ["ping: bad address 'web'", 'redes/bridge-por-defecto'],
    [
      'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.51/containers/json": dial unix /var/run/docker.sock: connect: permission denied',
      'empezar/instalar',
    ],
    [
      'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
      'empezar/instalar',
    ],
    [
      "Couldn't connect to Docker daemon at http+docker://localhost - is it running? pero sí está corriendo",
      'fundamentos/arquitectura',
    ],
    ['exec /usr/local/bin/entrypoint.sh: exec format error', 'fundamentos/portabilidad'],
    [
      'standard_init_linux.go:228: exec user process caused "no such file or directory" en windows',
      'fundamentos/portabilidad',
    ],
    [
      'OCI runtime create failed: runc create failed: unable to start container process: exec: "hola": executable file not found in $PATH: unknown',
      'fundamentos/la-vida-de-un-docker-run',
    ],
    [
      'Error response from daemon: client version 1.23 is too old. Minimum supported API version is 1.24',
      'fundamentos/clientes-remotos',
    ],
    [
      "node:internal/modules/cjs/loader:1228\n  throw err;\n  ^\nError: Cannot find module '/app/server.js'",
      'empezar/node-en-una-pagina',
    ],
    ["sh: can't fork: Resource temporarily unavailable", 'fundamentos/pids-y-io'],
    ['docker: Error response from daemon: Minimum memory limit allowed is 6MB.', 'fundamentos/memoria'],
  ])('%s', async (message, page) => {
    expect(await firstPages(message)).toContain(withBase(`${page}/`));
  });
});
