/** A classroom: the kit on the teacher's machine serves a student's, and Docker Hub is nowhere. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { Sandbox } from '../../src/bench/sandbox.ts';
import { chooseImages, makeKit } from '../../src/classroom/make-kit.ts';
import { parseHeaders } from '../../src/config/headers.ts';
import { pipe } from '../../src/engine/pipe.ts';

const PAGE = '<!doctype html><title>Guía</title><h1>En el aula</h1>';

test('a class without Internet reads the guide and pulls its images from the teacher', async () => {
  const environment = inject('environment');
  const folder = await mkdtemp(join(tmpdir(), 'docker-a-prueba-prueba-kit-'));
  try {
    const kit = join(folder, 'kit');
    const [{ contents }, teacher, student] = await Promise.all([
      makeKit({
        folder: kit,
        runId: environment.runId,
        images: chooseImages(['busybox:1.37']),
        site: { folder: await smallSite(folder), base: '/', headers: parseHeaders('/*\n  X-Aula: sí\n') },
      }),
      Sandbox.open(environment),
      Sandbox.open(environment),
    ]);
    await using _teacher = teacher;
    await using _student = student;
    for (const sandbox of [teacher, student]) await cutOff(sandbox, environment.hubIp);
    await pipe(
      ['tar', ['-c', '-C', folder, 'kit']],
      ['docker', ['exec', '--interactive', teacher.id, 'tar', '-x', '-C', '/root']],
    );

    // As LEEME.md says to the teacher.
    await ok(teacher, 'cd kit && sha256sum -c --quiet SUMAS.sha256');
    await ok(teacher, 'docker load -i servidor/imagenes.tar');
    await ok(teacher, 'docker compose up -d');
    await ok(teacher, 'until curl -sf localhost:5000/v2/ && curl -sf localhost:8080; do sleep 0.2; done');
    const address = (await ok(teacher, "hostname -I | cut -d' ' -f1")).trim();

    // As it says to the students. First, that nothing else could have served them.
    expect((await student.run('docker pull busybox:1.37')).exitCode).toBe(1);
    expect((await student.run(`docker pull ${address}:5000/busybox:1.37`)).output).toContain('HTTPS client');
    await configure(student, { 'insecure-registries': [`${address}:5000`] }, `"${address}:5000":{`);
    await ok(student, `docker pull ${address}:5000/busybox:1.37`);
    expect(await ok(student, `docker run --rm ${address}:5000/busybox:1.37 echo funciona`)).toBe(
      'funciona\n',
    );
    expect((await student.run('docker pull nginx:1.30')).exitCode).toBe(1);
    const mirror = `http://${address}:5000`;
    await configure(
      student,
      { 'registry-mirrors': [mirror], 'insecure-registries': [`${address}:5000`] },
      `"Mirrors":["${mirror}/"]`,
    );
    await ok(student, 'docker pull nginx:1.30');
    const nginx = contents.images.find(({ ref }) => ref === 'nginx:1.30');
    expect(await ok(student, "docker images --no-trunc --format '{{.ID}}' nginx:1.30")).toBe(
      `${nginx?.digest}\n`,
    );
    // LEEME.md says how to tell a stand-in; an official image has no such label.
    const label = `docker image inspect -f '{{index .Config.Labels "docker-a-prueba.equivalente"}}' nginx:1.30`;
    expect(await ok(student, label)).toBe(nginx?.origin === 'equivalente' ? 'nginx:1.30\n' : '\n');
    expect(await ok(student, 'docker run --rm nginx:1.30 nginx -v')).toContain('nginx/1.30');
    await ok(
      student,
      "docker image rm busybox:1.37; printf 'FROM busybox:latest\\nRUN true\\n' | docker build -q -",
    );

    expect(await ok(student, `curl -si http://${address}:8080/`)).toContain(PAGE);
    expect(await ok(student, `curl -si http://${address}:8080/tema`)).toContain('Location: /tema/');
    const missing = await ok(student, `curl -si http://${address}:8080/no`);
    expect(missing).toMatch(/^HTTP\/1.1 404/);
    expect(missing).toMatch(/X-Aula: sí[\s\S]*No está/);

    // Nobody can change what the class pulls. Without the engine, which would try again for a minute.
    const upload = `curl -s -o /dev/null -w '%{http_code}' -X POST http://${address}:5000/v2/mia/blobs/uploads/`;
    expect(await ok(student, upload)).toBe('405');

    // A copy that was damaged on its way is told.
    await ok(teacher, 'echo >> sitio/index.html');
    const damaged = await teacher.run('sha256sum -c --quiet SUMAS.sha256');
    expect(damaged.exitCode).toBe(1);
    expect(damaged.output).toContain('sitio/index.html: FAILED');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a folder with other things in it is left alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'docker-a-prueba-prueba-kit-'));
  try {
    await writeFile(join(folder, 'mio.txt'), '');
    const { runId } = inject('environment');
    const site = { folder, base: '/', headers: [] };
    await expect(makeKit({ folder, runId, images: [], site })).rejects.toThrow('ya tiene otras cosas');
    // Nor one that is a kit and has, besides, the notes of a teacher.
    await writeFile(join(folder, 'contenido.json'), '{}');
    await mkdir(join(folder, 'registro'));
    await expect(makeKit({ folder, runId, images: [], site })).rejects.toThrow('las borraría: mio.txt');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

async function smallSite(folder: string): Promise<string> {
  const site = join(folder, 'sitio');
  await mkdir(join(site, 'tema'), { recursive: true });
  await writeFile(join(site, 'index.html'), PAGE);
  await writeFile(join(site, 'tema/index.html'), PAGE);
  await writeFile(join(site, '404.html'), 'No está');
  return site;
}

/** From then on the machine knows no way to the hub, which is its name server too. */
async function cutOff(sandbox: Sandbox, hubIp: string): Promise<void> {
  await ok(sandbox, `ip route add blackhole ${hubIp}/32`);
}

/** Changes the engine's settings and waits until it shows them. */
async function configure(sandbox: Sandbox, settings: Record<string, unknown>, shown: string): Promise<void> {
  await ok(sandbox, `mkdir -p /etc/docker && echo '${JSON.stringify(settings)}' > /etc/docker/daemon.json`);
  await ok(sandbox, 'kill -HUP "$(pidof dockerd)"');
  const info = "docker info --format '{{json .RegistryConfig}}'";
  await ok(sandbox, `until ${info} | grep -qF '${shown}'; do sleep 0.1; done`);
}

async function ok(sandbox: Sandbox, command: string): Promise<string> {
  const { exitCode, output } = await sandbox.run(command);
  if (exitCode !== 0) throw new Error(`«${command}» salió con ${exitCode}:\n${output}`);
  return output;
}
