/** A recording from its commands to its file: what one engine answered, another answers. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { Sandbox } from '../../src/bench/sandbox.ts';
import { type Example, folderName, readExample } from '../../src/examples/catalog.ts';
import { explainDifferences } from '../../src/examples/explain.ts';
import { readProvenance } from '../../src/run/read-provenance.ts';
import { type Ran, writeRecording } from '../../src/run/record.ts';
import { runExample } from '../../src/run/run-example.ts';

const ID = 'prueba/grabacion';
const SESSION = `#! Una grabación de principio a fin

# imagen: se construye de un archivo
$ docker build -q -t saludo .
$ docker run --rm saludo

# quedarse: y algo queda al final
$ docker volume create datos
$ docker run -d --name web nginx:1.30
$ docker ps

# fallo: que se declara
$ docker run --rm busybox:1.37 sh -c 'echo adiós; exit 3'
[3]
`;

/** Runs the example in an engine of its own, as `npm run grabar` does. */
async function run(example: Example): Promise<{ ran: Ran; drift: string }> {
  await using sandbox = await Sandbox.open(inject('environment'));
  await sandbox.enterFolder(example.dir, folderName(example.id));
  const { answers, left = [], differences, stoppedAt } = await runExample(sandbox, example);
  expect(stoppedAt).toBeUndefined();
  const provenance = await readProvenance(sandbox, example.dir, '');
  const now = new Date().toISOString();
  return {
    ran: { answers, left, provenance: { ...provenance, run: { from: now, to: now } } },
    drift: explainDifferences(differences, example.session.file),
  };
}

test('what is written holds in another engine, and is then left alone', async () => {
  const root = mkdtempSync(join(tmpdir(), 'dap-grabacion-'));
  try {
    const dir = join(root, ID);
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, 'sesion.console'), SESSION);
    writeFileSync(join(dir, 'Dockerfile'), 'FROM busybox:1.37\nCMD ["echo", "hola, ñandú"]\n');
    const text = () => readFileSync(join(dir, 'sesion.console'), 'utf8');

    // What a run answered is told by the commands of the example that ran.
    const unrecorded = readExample(root, ID);
    const first = await run(unrecorded);
    expect(writeRecording(unrecorded, text(), first.ran)).toEqual(['imagen', 'quedarse', 'fallo']);
    const recorded = text();
    expect(recorded).toContain('$ docker run --rm saludo\nhola, ñandú\n');
    expect(recorded).toMatch(/adiós\n\[3\]\n$/);
    // Nothing but outputs has come.
    const typed = (session: string) => session.split('\n').filter((line) => /^(?:[#$]|\[3\])/.test(line));
    expect(typed(recorded)).toEqual(typed(SESSION));
    const { left, images, recording } = JSON.parse(readFileSync(join(dir, 'procedencia.json'), 'utf8'));
    expect(left.join('\n')).toMatch(/datos[\s\S]*web|web[\s\S]*datos/);
    expect(Object.keys(images)).toEqual(['busybox:1.37', 'nginx:1.30']);
    expect(recording).toMatch(/^[0-9a-f]{16}$/);

    const again = readExample(root, ID);
    const second = await run(again);
    expect(second.drift).toBe('');
    expect(writeRecording(again, recorded, second.ran)).toBeUndefined();
    expect(text()).toBe(recorded);

    // The check can fail: what the file says is what is compared.
    writeFileSync(join(dir, 'Dockerfile'), 'FROM busybox:1.37\nCMD ["echo", "otra cosa"]\n');
    expect((await run(readExample(root, ID))).drift).toContain('otra cosa');
  } finally {
    rmSync(root, { recursive: true });
  }
});
