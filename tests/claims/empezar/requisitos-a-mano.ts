/** Claims of the page empezar/requisitos-a-mano. */
import { claim, expect } from '../../support/claim.ts';

claim('debian-instala-de-mas', { requires: ['online'] }, async ({ run }) => {
  await run.ok('docker run -d --name equipo debian:trixie-slim sleep infinity');
  await run.ok('docker exec equipo apt-get update -qq');
  const packages = 'gcc g++ make libpq-dev libjpeg-dev zlib1g-dev postgresql nodejs npm redis-server nginx';
  const plan = await run.ok(`docker exec equipo apt-get install -s ${packages} | grep -c ^Inst`);
  expect(Number(plan)).toBeGreaterThan(500);
});

claim('psycopg2-quiere-compilar', { requires: ['online'] }, async ({ run }) => {
  const python = 'docker run -q --rm python:3.13-slim-trixie';
  const source = await run(`${python} pip install psycopg2`);
  expect(source.exitCode).toBe(1);
  expect(source.output).toContain('pg_config executable not found');
  const none = '! command -v gcc && ! command -v pg_config';
  await run.ok(`${python} sh -c '${none} && pip install -q "psycopg[binary]" && python -c "import psycopg"'`);
});

claim('gpu-la-pone-el-anfitrion', {}, async ({ run }) => {
  await run.ok('docker run --rm busybox:1.37 true');
  const start = await run('docker run --name sin --gpus all busybox:1.37 true');
  expect(start.exitCode).toBe(125);
  expect(start.output).toMatch(/failed to discover GPU vendor from CDI|could not select device driver/);
  expect(await run.ok('docker inspect -f {{.State.Status}} sin')).toBe('created');
});

claim('postgres-18-rechaza-la-ruta-antigua', {}, async ({ run }) => {
  const start = await run(
    'docker run -q --name bd -e POSTGRES_PASSWORD=x -v datos:/var/lib/postgresql/data postgres:18',
  );
  expect(start.exitCode).toBe(1);
  expect(start.output).toContain('/var/lib/postgresql/data (unused mount/volume)');
  await run.ok('docker run -d --name nueva -e POSTGRES_PASSWORD=x -v otros:/var/lib/postgresql postgres:18');
  await run.until('docker exec nueva pg_isready -h 127.0.0.1', 60_000);
});
