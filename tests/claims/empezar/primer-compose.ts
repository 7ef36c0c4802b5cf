/** Claims of the page empezar/primer-compose. */

import { claim, expect } from '../../support/claim.ts';
import { write } from './_empezar.ts';

const TWO_SERVICES = `name: saludo
services:
  web: { image: 'nginx:1.30', ports: ['8080:80'] }
  api: { image: 'busybox:1.37', command: httpd -f -p 3000 -h /etc }`;

claim('compose-red-propia', {}, async ({ run }) => {
  await write(run, 'compose.yaml', TWO_SERVICES);
  await run.ok('docker compose up -d');
  expect(await run.ok(`docker network ls --filter name=saludo --format '{{.Name}}'`)).toBe('saludo_default');
  await run.until('docker compose exec -T web curl -sf http://api:3000/hostname');
  expect(await run.ok(`docker compose ps api --format '{{.Ports}}'`)).toBe('');
  expect(await run.ok(`docker compose ps web --format '{{.Ports}}'`)).toContain(':8080->80/tcp');
  expect((await run('curl -s http://localhost:3000/hostname')).exitCode).toBe(7);
  const stranger = await run('docker run --rm busybox:1.37 wget -qO- http://api:3000/hostname');
  expect(stranger.output).toContain("bad address 'api:3000'");
});

claim('compose-cambia-solo-lo-cambiado', {}, async ({ run }) => {
  await write(run, 'compose.yaml', TWO_SERVICES);
  await run.ok('docker compose up -d');
  const ids = async () => [
    await run.ok('docker compose ps -q web'),
    await run.ok('docker compose ps -q api'),
  ];
  const before = await ids();
  await run.ok(`sed -i 's/8080:80/8081:80/' compose.yaml && docker compose up -d`);
  const after = await ids();
  expect(after[0]).not.toBe(before[0]);
  expect(after[1]).toBe(before[1]);
});

claim('compose-yaml-preferido', {}, async ({ run }) => {
  await run.ok(`echo 'services: { viejo: { image: x } }' > docker-compose.yml`);
  expect(await run.ok('docker compose config --services 2>&1')).toBe('viejo');
  await run.ok(`echo 'services: { nuevo: { image: x } }' > compose.yaml`);
  expect(await run.ok('docker compose config --services 2>/dev/null')).toBe('nuevo');
  expect(await run.ok('docker compose config --services 2>&1')).toContain('Found multiple config files');
});

claim('version-sobra', {}, async ({ run }) => {
  const service = 'name: p\nservices: { a: { image: x } }';
  const result = () => run.ok('docker compose config 2>avisos');
  await write(run, 'compose.yaml', service);
  const without = await result();
  expect(await run.ok('cat avisos')).toBe('');
  for (const version of ['3.8', '99.9']) {
    await write(run, 'compose.yaml', `version: '${version}'\n${service}`);
    expect(await result()).toBe(without);
    expect(await run.ok('cat avisos')).toContain('the attribute `version` is obsolete');
  }
});

claim('compose-restart-no-aplica', {}, async ({ run }) => {
  await write(run, 'compose.yaml', TWO_SERVICES);
  await run.ok(`docker compose up -d && sed -i 's/8080:80/8081:80/' compose.yaml`);
  await run.ok('docker compose restart -t 0 web');
  expect(await run.ok('docker compose port web 80')).toContain(':8080');
  await run.ok('docker compose up -d');
  expect(await run.ok('docker compose port web 80')).toContain(':8081');
});
