/** `npm run ejemplo … --en-mi-motor`, on an engine that plays the reader's. */
import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { TestEngine } from './test-engine.ts';

const EXAMPLE = 'redes/ip-que-cambia';

let engine: TestEngine;
beforeAll(() => {
  engine = TestEngine.start(inject('environment'));
});
afterAll(() => engine?.[Symbol.dispose]());

test('it answers as recorded, and removes what it created', { concurrent: false }, async () => {
  const { code, output } = await example(EXAMPLE);
  expect(output).toContain('pasos respondieron como en la página');
  expect(output).toMatch(/Creará, y borrará al terminar:\n {2}contenedores: otro, web\n {2}redes: mi_red/);
  expect(code).toBe(0);
  expect(engine.objects()).toEqual([]);
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
  expect(engine.objects()).toEqual([]);
});

test('it does not start where the reader has something of the same name', { concurrent: false }, async () => {
  engine.docker('network', 'create', 'mi_red');
  const { code, output } = await example(EXAMPLE);
  expect(output).toContain('ya tienes entre tus redes una que se llama «mi_red»');
  expect(code).toBe(1);
  expect(engine.objects()).toEqual(['network mi_red']);
  engine.docker('network', 'rm', 'mi_red');
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
