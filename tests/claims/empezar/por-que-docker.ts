/** Claims of the page empezar/por-que-docker. */

import { claim, expect } from '../../support/claim.ts';
import { write } from './_empezar.ts';

claim('imagen-no-cambia', {}, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37');
  // What the image holds, read from the disk each time: its layers and its configuration, not the hashes on record.
  const content = async (image: string) => {
    await run.ok(`rm -rf leida && mkdir leida && docker save ${image} | tar -xC leida`);
    return run.ok(
      'cd leida && find . -type f ! -name "*.json" ! -name repositories | sort | xargs sha256sum; cd ..',
    );
  };
  const before = await content('busybox:1.37');
  await run.ok(`docker run --name torpe busybox:1.37 sh -c 'rm /bin/vi; touch /nuevo'`);
  expect(await content('busybox:1.37')).toBe(before);
  await run.ok(`docker run --rm busybox:1.37 sh -c 'test -e /bin/vi && ! test -e /nuevo'`);
  // What the container changed is another image, and only if somebody asks for it.
  await run.ok('docker commit torpe otra:1');
  expect(await content('otra:1')).not.toBe(before);
  expect((await run('docker run --rm otra:1 test -e /bin/vi')).exitCode).toBe(1);
});

claim('dos-versiones-a-la-vez', {}, async ({ run }) => {
  expect((await run('command -v postgres')).exitCode).toBe(1);
  for (const version of [17, 18]) {
    await run.ok(`docker run -d --name bd${version} -e POSTGRES_PASSWORD=x postgres:${version}`);
  }
  for (const version of [17, 18]) {
    await run.until(`docker exec bd${version} pg_isready -h 127.0.0.1`, 60_000);
    const answer = await run.ok(`docker exec bd${version} psql -U postgres -Atc 'SHOW server_version_num'`);
    expect(answer.slice(0, 2)).toBe(String(version));
  }
});

claim('construir-dos-veces-no-es-igual', {}, async ({ run }) => {
  const build = async (step: string, options = '') => {
    await write(run, 'Dockerfile', `FROM busybox:1.37\n${step}`);
    // A second later: the dates of some steps say no more than that.
    return run.ok(`sleep 1.1; docker build -q --no-cache ${options} .`);
  };
  await run.ok('echo uno > texto');
  for (const step of ['RUN touch /archivo', 'COPY texto /texto'])
    expect(await build(step)).not.toBe(await build(step));
  // It is the dates: with those of the image fixed, and without the note of when it was built, it is the same image.
  const fixed = '--provenance=false --build-arg SOURCE_DATE_EPOCH=0';
  expect(await build('COPY texto /texto', fixed)).toBe(await build('COPY texto /texto', fixed));
});

claim('etiqueta-cambia-de-imagen', {}, async ({ run }) => {
  const ids = [];
  for (const text of ['uno', 'dos']) {
    await run.ok(`printf 'FROM busybox:1.37\\nRUN echo ${text} > /t\\n' | docker build -q -t app:1 -`);
    ids.push(await run.ok('docker image inspect -f {{.Id}} app:1'));
  }
  expect(ids[0]).not.toBe(ids[1]);
  expect(await run.ok('docker run --rm app:1 cat /t')).toBe('dos');
});

claim('nombre-fijo-no-escala', {}, async ({ run }) => {
  await write(
    run,
    'compose.yaml',
    'name: p\nservices:\n  libre: { image: "busybox:1.37", command: sleep infinity }\n' +
      '  fijo: { image: "busybox:1.37", command: sleep infinity, container_name: unico }',
  );
  await run.ok('docker compose up -d --scale libre=2');
  expect(await run.ok('docker compose ps -q libre | wc -l')).toBe('2');
  const scaling = await run('docker compose up -d --scale fijo=2');
  expect(scaling.exitCode).not.toBe(0);
  expect(scaling.output).toContain('Remove the custom name to scale');
});

claim('no-existe-mover', {}, async ({ run }) => {
  for (const help of ['docker --help', 'docker container --help']) {
    const text = await run.ok(help);
    expect(text).toMatch(/^\s+rename\b/m);
    expect(text).not.toMatch(/^\s+(?:move|mv|migrate)\b/m);
  }
});
