/** What goes with a session to the reader's own engine, and what is told of it. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { newSince } from '../../../scripts/examples/engine-snapshot.ts';
import { readFolder, withOwnFolder } from '../../../scripts/examples/own-engine/folder.ts';
import { refusalsOf } from '../../../scripts/examples/own-engine/refuse.ts';
import { announce, tellWhatStays } from '../../../scripts/examples/own-engine/tell.ts';
import { VolumeOwners } from '../../../scripts/examples/own-engine/volumes.ts';
import { sessionEnvironment } from '../../../src/bench/local-shell.ts';
import { parseSession } from '../../../src/examples/session.ts';
import { planOf } from './support.ts';

afterEach(() => vi.restoreAllMocks());

function told(tell: () => void): string {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  tell();
  return log.mock.calls.join('\n');
}

it('del entorno del lector solo va lo que dice dónde está su motor', () => {
  const env = sessionEnvironment({
    HOME: '/home/ana',
    PATH: '/usr/bin:.:bin',
    DOCKER_HOST: 'unix:///x',
    BASH_ENV: '/tmp/x',
    'BASH_FUNC_docker%%': '() { rm -rf /; }',
    COMPOSE_FILE: '/etc/x.yaml',
    COMPOSE_PROJECT_NAME: 'otro',
    CLAVE: 'secreta',
    LD_PRELOAD: '/tmp/x.so',
  });
  expect(env).toEqual({ HOME: '/home/ana', PATH: '/usr/bin', DOCKER_HOST: 'unix:///x' });
});

it('la copia de la carpeta se llama como en el banco de pruebas, y se borra', async () => {
  const dir = join(import.meta.dirname, '../../../examples/redes/compose-dos-redes');
  const folder = await withOwnFolder(dir, async (copy) => {
    expect(basename(copy)).toBe('compose-dos-redes');
    expect(Object.keys(readFolder(copy))).toEqual(['compose.yaml']);
    return copy;
  });
  expect(() => readFolder(folder)).toThrow('ENOENT');
});

it('una carpeta con un enlace no se admite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dap-'));
  mkdirSync(join(folder, 'web'));
  writeFileSync(join(folder, 'web/x'), 'x');
  expect(readFolder(folder)).toEqual({ 'web/x': 'x' });
  symlinkSync('/etc', join(folder, 'web/e'));
  expect(() => readFolder(folder)).toThrow('es un enlace');
  rmSync(folder, { recursive: true });
});

it('sin {en-tu-motor} no se ejecuta, aunque sea inofensivo', () => {
  const plan = planOf(['docker version']);
  const example = (title: string) =>
    refusalsOf({ session: parseSession(`#! ${title}\n\n# a\n$ docker version\n`, 's') } as never, plan);
  expect(example('T')[0]).toContain('no dice {en-tu-motor}');
  expect(example('T {en-tu-motor}')).toEqual([]);
});

it('antes se cuenta todo lo que hará, también lo que espera', () => {
  const session = parseSession(
    '#! T\n\n# a {espera="docker version"}\n$ docker run --rm -p 8080:80 nginx:1.30\n',
    's',
  );
  const text = told(() => announce({ session } as never, planOf(['docker run --rm -p 8080:80 nginx:1.30'])));
  for (const part of [
    'imágenes: nginx:1.30',
    '8080',
    '$ docker version    (hasta que salga bien)',
    '$ docker run --rm',
  ])
    expect(text).toContain(part);
});

it('después se cuenta lo que queda, y cómo quitarlo', () => {
  const before = new Set(['docker rm -f mia']);
  const now = new Set(['docker rm -f mia', 'docker rm -f nueva', 'docker image rm nginx:1.30']);
  const text = told(() => tellWhatStays(planOf(['docker pull nginx:1.30']), before, now, ['docker tag a b']));
  expect(text).toMatch(/se quedan[^\n]*\n {2}docker image rm nginx:1\.30\n/);
  expect(text).toMatch(/no se ha podido quitar[^\n]*\n {2}docker rm -f nueva\n/);
  expect(text).toMatch(/perdieron su nombre[^\n]*\n {2}docker tag a b/);
  expect(told(() => tellWhatStays(planOf(['true']), before, before, []))).not.toContain('mia');
  expect(newSince(before, now, ['nginx:1.30'])).toEqual(['docker rm -f nueva']);
});

it('de los volúmenes sin nombre, solo son suyos los de sus contenedores', () => {
  const owners = new VolumeOwners(planOf(['docker run -d --name web nginx:1.30']));
  const [mine, other] = ['a'.repeat(64), 'b'.repeat(64)] as const;
  const event = (Type: string, Action: string, ID: string, Attributes: Record<string, string>) =>
    owners.note({ Type, Action, Actor: { ID, Attributes } });
  event('container', 'create', 'c1', { name: 'web' });
  event('container', 'create', 'c2', { name: 'del-lector' });
  event('volume', 'mount', mine, { container: 'c1' });
  event('volume', 'mount', other, { container: 'c2' });
  event('volume', 'mount', 'datos', { container: 'c1' });
  expect([...owners.volumes]).toEqual([mine]);
});
