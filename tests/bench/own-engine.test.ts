/** `npm run ejemplo … --en-mi-motor`, on an engine that plays the reader's, where something of hers was before. */
import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { TestEngine } from './test-engine.ts';

const EXAMPLE = 'redes/ip-que-cambia';
/** What the reader had: it must be there at the end of everything. */
const CANARY = ['network canario', 'volume canario'];

let engine: TestEngine;
beforeAll(() => {
  engine = TestEngine.start(inject('environment'));
  // Apart from where Docker looks for a free subnet: the recording shows addresses of the first one.
  engine.docker('network', 'create', '--subnet', '10.99.0.0/24', 'canario');
  engine.docker('volume', 'create', 'canario');
});
afterAll(() => engine?.[Symbol.dispose]());

test('it answers as recorded, and removes what it created', { concurrent: false }, async () => {
  const { code, output } = await example(EXAMPLE);
  expect(output).toContain('pasos respondieron como en la página');
  expect(output).toMatch(/Creará, y borrará al terminar:\n {2}contenedores: otro, web\n {2}redes: mi_red/);
  expect(code).toBe(0);
  expect(engine.objects()).toEqual(CANARY);
});

test('interrupted with Ctrl-C, it removes what it had created', { concurrent: false }, async () => {
  let presses = 0;
  const { code, output } = await example(EXAMPLE, (child, told) => {
    if (!told.includes('2/') || presses > 0) return;
    presses += 1;
    child.kill('SIGINT');
    // Who is in a hurry presses it again.
    setTimeout(() => child.kill('SIGINT'), 50);
  });
  expect(output).toContain('Interrumpido');
  expect(code).toBe(1);
  expect(engine.objects()).toEqual(CANARY);
});

test('it does not start where the reader has something of the same name', { concurrent: false }, async () => {
  engine.docker('network', 'create', 'mi_red');
  const { code, output } = await example(EXAMPLE);
  expect(output).toContain('ya tienes una red con el nombre «mi_red»');
  expect(code).toBe(1);
  expect(engine.objects()).toEqual(['network canario', 'network mi_red', 'volume canario']);
  engine.docker('network', 'rm', 'mi_red');
});

test('a project of Compose, interrupted, goes with the unnamed volumes of its images', {
  concurrent: false,
}, async () => {
  // What it publishes is on the engine's own machine, which is not this one: the next step would wait in vain.
  const { output } = await example('redes/compose-dos-redes', (child, told) => {
    if (told.includes('4/8')) child.kill('SIGINT');
  });
  expect(output).toContain('docker image rm redis:8');
  expect(output).not.toContain('no se ha podido quitar');
  expect(engine.objects()).toEqual(CANARY);
});

test('an image of hers with the name of one that is downloaded gets its name back', {
  concurrent: false,
}, async () => {
  const before = engine.docker('image', 'inspect', '--format', '{{.Id}}', 'nginx:1.30');
  engine.docker('tag', 'busybox:1.37', 'nginx:1.30');
  const hers = engine.docker('image', 'inspect', '--format', '{{.Id}}', 'nginx:1.30');
  expect(hers).not.toBe(before);
  const { output } = await example(EXAMPLE);
  expect(output).toContain('pasos respondieron como en la página');
  expect(engine.docker('image', 'inspect', '--format', '{{.Id}}', 'nginx:1.30')).toBe(hers);
  engine.docker('image', 'rm', before);
});

test('one that creates users of the host does not start', { concurrent: false }, async () => {
  const { code, output } = await example('empezar/instalar');
  expect(output).toMatch(/sesion\.console:\d+: «useradd -m ana» ejecuta «useradd» en tu equipo/);
  expect(code).toBe(1);
  expect(engine.objects()).toEqual(CANARY);
});

function example(
  id: string,
  onOutput: (child: ReturnType<typeof spawn>, told: string) => void = () => {},
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['scripts/ejemplo.ts', id, '--en-mi-motor', '--si'], {
    env: { ...process.env, DOCKER_HOST: engine.host },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      output += data;
      onOutput(child, output);
    });
  }
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}
