/** Claims of the page empezar/arquitectura-web. */
import { claim, expect } from '../../support/claim.ts';

claim('sqlite-sin-servidor', {}, async ({ run }) => {
  const program =
    'import sqlite3; c = sqlite3.connect("a.db"); c.execute("create table t as select 42 x"); print(*c.execute("select x from t").fetchone(), sum(n.isdigit() for n in __import__("os").listdir("/proc")))';
  const answer = await run.ok(
    `docker run -q --rm --network none python:3.13-slim-trixie python -c '${program}'`,
  );
  // The answer, and how many processes there were: the program's own.
  expect(answer).toBe('42 1');
  // A database that is a server answers nobody in those conditions.
  const other = await run('docker run -q --rm --network none redis:8 redis-cli incr visitas');
  expect(other.output).toContain('Connection refused');
});

claim('servidor-espera', {}, async ({ run }) => {
  await run.ok('docker run -d --name web -p 8080:80 nginx:1.30');
  await run.until('docker exec web test -s /run/nginx.pid && sleep 1');
  // How many times its processes have run: each is one more when it has something to do.
  const turns = async () => {
    const pids = (await run.ok('docker top web -eo pid | tail -n +2')).split(/\s+/);
    const files = pids.map((pid) => `/proc/${pid}/status`).join(' ');
    const lines = await run.ok(`grep -h ^voluntary_ctxt_switches ${files}`);
    return lines.split('\n').reduce((sum, line) => sum + Number(line.split(/\s+/)[1]), 0);
  };
  const started = await turns();
  expect(started).toBeGreaterThan(0);
  await run.ok('sleep 2');
  expect(await turns()).toBe(started);
  await run.ok('curl -sf http://localhost:8080');
  expect(await turns()).toBeGreaterThan(started);
  expect(await run.ok('docker logs web 2>/dev/null | grep -c GET')).toBe('1');
});

claim('datos-sobreviven-al-backend', {}, async ({ run }) => {
  await run.ok('docker network create visor && docker run -d --name datos --network visor redis:8');
  await run.until('docker exec datos redis-cli ping');
  const backend = `docker run --rm --network visor redis:8 redis-cli -h datos incr visitas`;
  expect(await run.ok(backend)).toBe('1');
  expect(await run.ok(backend)).toBe('2');
  // One that counts in itself starts again each time.
  const forgetful = `docker run --rm redis:8 sh -c 'echo visita >> /visitas; wc -l < /visitas'`;
  expect(await run.ok(forgetful)).toBe('1');
  expect(await run.ok(forgetful)).toBe('1');
});

claim('base-nueva-empieza-vacia', {}, async ({ run }) => {
  const start = async (options: string) => {
    await run.ok(`docker run -d --name datos ${options} redis:8 --appendonly yes`);
    await run.until('docker exec datos redis-cli ping');
  };
  const note = () => run.ok('docker exec datos redis-cli get nota');
  for (const [options, left] of [
    ['', ''],
    ['-v datos:/data', 'revisar'],
  ] as const) {
    await start(options);
    await run.ok('docker exec datos redis-cli set nota revisar && docker restart datos');
    await run.until('docker exec datos redis-cli ping');
    expect(await note()).toBe('revisar');
    await run.ok('docker rm -f datos');
    await start(options);
    expect(await note()).toBe(left);
    await run.ok('docker rm -f datos');
  }
});
