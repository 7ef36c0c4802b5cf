/** Claims of the page empezar/la-aplicacion. */

import { claim, expect } from '../../support/claim.ts';
import { write } from './_empezar.ts';

claim('down-conserva-los-volumenes', {}, async ({ run }) => {
  await write(
    run,
    'compose.yaml',
    `name: visor\nservices:\n  db: { image: 'redis:8', volumes: ['datos:/data'] }\nvolumes: { datos: {} }`,
  );
  await run.ok('docker compose up -d');
  const left = async () => [
    await run.ok('docker ps -aq | wc -l'),
    await run.ok('docker network ls -q --filter name=visor | wc -l'),
  ];
  expect(await left()).toEqual(['1', '1']);
  await run.ok('docker compose down');
  expect(await left()).toEqual(['0', '0']);
  expect(await run.ok('docker volume ls -q')).toBe('visor_datos');
  await run.ok('docker compose up -d && docker compose down -v');
  expect(await run.ok('docker volume ls -q')).toBe('');
});

claim('inicio-solo-con-la-carpeta-vacia', {}, async ({ run }) => {
  const start = async () => {
    await run.ok(
      'docker run -d -q --name bd -e POSTGRES_PASSWORD=x -v datos:/var/lib/postgresql -v ./db:/docker-entrypoint-initdb.d:ro postgres:18',
    );
    await run.until('docker exec bd pg_isready -h 127.0.0.1', 60_000);
  };
  const count = (table: string) =>
    run(`docker exec bd psql -U postgres -Atc 'SELECT count(*) FROM ${table}'`);
  await run.ok(`mkdir db && echo 'CREATE TABLE uno ();' > db/inicio.sql`);
  await start();
  expect((await count('uno')).exitCode).toBe(0);
  await run.ok(`docker rm -f bd && echo 'CREATE TABLE dos ();' > db/inicio.sql`);
  await start();
  expect((await count('uno')).exitCode).toBe(0);
  expect((await count('dos')).output).toContain('does not exist');
});
