/** `npm run imagenes -- --exportar` and `--importar`: what one machine has, another has, and builds nothing. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CACHE, CACHE_DIR, CACHE_LABEL, REGISTRY_VOLUME } from '../../src/config/paths.ts';
import { tryDockerCli } from '../../src/engine/cli.ts';
import { HUB_TOOL, SANDBOX_TOOL } from '../../src/images/catalogue.ts';
import { outerDocker } from './outer-engine.ts';

// Another installation, so small that it is exported in seconds: its bench is a second name of its hub.
const NAME = 'prueba-archivo';
const VOLUME = `${NAME}-registro`;
const [BENCH, HUB] = [`${NAME}/${SANDBOX_TOOL.ref}`, `${NAME}/${HUB_TOOL.ref}`];
const folder = mkdtempSync(join(tmpdir(), 'dap-archivo-'));
const file = join(folder, 'kit.tar');

/** As on a machine that has nothing of ours. */
async function forgetAll(): Promise<void> {
  for (const ref of [BENCH, HUB]) await tryDockerCli(['image', 'rm', '--force', ref]);
  await tryDockerCli(['volume', 'rm', '--force', VOLUME]);
  rmSync(join(CACHE, NAME), { recursive: true, force: true });
}

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['tests/fixtures/bench/archive.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, DAP_PREFIJO: NAME },
  });
}

/** Copies one repository of the run's store, with all blobs that are its own. */
const COPY = `
  cp -a --parents repos/library/hello-world /copia/
  mkdir -p /copia/blobs
  for one in $(grep -rhoE 'sha256:[0-9a-f]{64}' repos/library/hello-world | cut -d: -f2 | sort -u); do
    [ ! -e blobs/$one ] || cp -a blobs/$one /copia/blobs/
  done`;

beforeAll(async () => {
  await forgetAll();
  for (const ref of [BENCH, HUB]) outerDocker('tag', HUB_TOOL.localRef, ref);
  outerDocker('volume', 'create', '--label', CACHE_LABEL, VOLUME);
  outerDocker(
    ...['run', '--rm', '--network', 'none', '--volume', `${REGISTRY_VOLUME}:/registro:ro`],
    ...['--volume', `${VOLUME}:/copia`, '--workdir', '/registro', '--entrypoint', 'sh', HUB_TOOL.localRef],
    ...['-ec', COPY],
  );
  // What is known of versions is the same on this machine, and asking would build an image to ask from.
  cpSync(CACHE_DIR, join(CACHE, NAME), { recursive: true });
});
afterAll(async () => {
  await forgetAll();
  rmSync(folder, { recursive: true, force: true });
});

test('an archive is all that a machine without Debian nor Docker Hub needs', {
  concurrent: false,
}, async () => {
  const exported = run('exportar', file);
  expect(exported.stderr).toMatch(/kit\.tar: \d+ MB/);
  expect(exported.status).toBe(0);

  await forgetAll();
  // The check can fail: there is nothing left.
  expect(await tryDockerCli(['image', 'inspect', HUB])).toBeUndefined();
  const imported = run('importar', file);
  expect(imported.stderr).toContain('se usarán tal cual, sin construir nada');
  expect(imported.status).toBe(0);
  const { stdout, stderr } = run('estado');
  expect(stderr).not.toContain('Construyendo');
  expect(JSON.parse(stdout)).toMatchObject({
    built: false,
    tags: expect.arrayContaining(['library/hello-world:latest']),
  });
  expect(existsSync(join(CACHE, NAME, 'kit.json'))).toBe(true);
});

test('what is no archive, or is not there, is told before anything is loaded', { concurrent: false }, () => {
  const other = join(folder, 'otro.tar');
  writeFileSync(other, 'no es un archivo tar');
  for (const [path, message] of [
    [other, 'no es un kit hecho con «npm run imagenes -- --exportar»'],
    [join(folder, 'no-hay.tar'), 'No existe el archivo'],
  ] as const) {
    const { status, stderr } = run('importar', path);
    expect(stderr).toContain(message);
    expect(status).toBe(1);
  }
});
