/** Claims of the page redes/expose. */

import { claim, expect, type Run } from '../../support/claim.ts';
import { addressOf, STATUS, startWeb } from '../../support/networks.ts';

/** Builds the image of a server that declares its port. */
function buildDeclared(run: Run): Promise<string> {
  return run.ok(
    `printf 'FROM busybox:1.37\\nEXPOSE 8000\\nCMD ["httpd","-f","-p","8000","-h","/etc"]\\n' | docker build -q -t saludo -`,
  );
}

claim('expose-no-publica', { proves: ['A-027'] }, async ({ run }) => {
  await buildDeclared(run);
  await run.ok('docker run -d --name declarado saludo');
  expect(await run.ok('docker port declarado')).toBe('');
  expect(await run.ok(`docker ps --format '{{.Ports}}'`)).toBe('8000/tcp');
  expect((await run(`${STATUS} http://localhost:8000/hostname`)).exitCode).toBe(7);
  await run.ok('docker run -d --name publicado -p 8000:8000 saludo');
  await run.until('curl -sf http://localhost:8000/hostname');
});

claim('sin-expose-se-llega-igual', { proves: ['A-027'] }, async ({ run }) => {
  const start = (name: string, options = '') =>
    run.ok(`docker run -d --name ${name} ${options} busybox:1.37 httpd -f -p 9999 -h /etc`);
  expect(
    await run.ok(`docker image inspect -f '{{json .Config.ExposedPorts}}' $(docker pull -q busybox:1.37)`),
  ).toBe('null');
  await start('callado');
  const address = await addressOf(run, 'callado');
  await run.until(`docker run --rm busybox:1.37 wget -qO- http://${address}:9999/hostname`);
  // What does close the way among neighbours is the network.
  await run.ok('docker network create -o com.docker.network.bridge.enable_icc=false estanca');
  await start('otro', '--network estanca --expose 9999');
  const closed = await run(
    'docker run --rm --network estanca busybox:1.37 wget -T 2 -qO- http://otro:9999/hostname',
  );
  expect(closed.output).toContain('timed out');
});

claim('publicar-todos-usa-expose', { proves: ['A-028'] }, async ({ run }) => {
  await startWeb(run, '-P');
  const [first] = (await run.ok('docker port web')).split('\n');
  const port = Number(/^80\/tcp -> 0\.0\.0\.0:(\d+)$/.exec(first ?? '')?.[1]);
  expect(port).toBeGreaterThanOrEqual(32768);
  expect(await run.ok(`${STATUS} http://localhost:${port}`)).toBe('200');
  await run.ok('docker run -d -P --name mudo busybox:1.37 httpd -f -p 8000');
  expect(await run.ok('docker port mudo')).toBe('');
});
