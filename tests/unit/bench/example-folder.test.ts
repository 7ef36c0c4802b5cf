/** The folder of an example arrives as it is in the repository. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { archiveOf, withReaderFolder } from '../../../src/bench/example-folder.ts';

const BYTES: Record<string, Buffer> = {
  'binario con endregion': Buffer.from([0xff, 0xfe, 0, 10, ...Buffer.from('# endregion\n'), 0x80]),
  'latin1.txt': Buffer.from('# region: a\nma\u00f1ana\n# endregion\n', 'latin1'),
  'ajeno.cs': Buffer.from('#region Privado\nint a;\n#endregion\n// endregion\n'),
  'crlf.bat': Buffer.from('echo hola\r\n'),
  '.env': Buffer.from('A=1'),
  'año nuevo/lista ñ.txt': Buffer.from('\ufeffcon BOM'),
};

test('links, modes, bytes, odd names and empty folders; not the session, and regions without their marks', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'dap-ejemplo-'));
  const there = mkdtempSync(join(tmpdir(), 'dap-llegada-'));
  try {
    for (const folder of ['v1', 'vacia', 'guardada', 'año nuevo', '.oculta']) mkdirSync(join(dir, folder));
    for (const [name, bytes] of Object.entries(BYTES)) writeFileSync(join(dir, name), bytes);
    writeFileSync(join(dir, 'guardada/.gitkeep'), '');
    writeFileSync(join(dir, 'sesion.console'), '#! T');
    writeFileSync(join(dir, 'procedencia.json'), '{}');
    writeFileSync(join(dir, 'v1/sesion.console'), 'de otro');
    writeFileSync(join(dir, 'compose.yaml'), 'a:\n  # region: b\n  b: 1\n  # endregion\n');
    writeFileSync(join(dir, 'arranque.sh'), '#!/bin/sh\n');
    chmodSync(join(dir, 'arranque.sh'), 0o755);
    symlinkSync('v1', join(dir, 'actual'));
    symlinkSync('../compose.yaml', join(dir, 'v1/enlace.yaml'));
    symlinkSync('no-hay', join(dir, 'roto'));

    const archive = await withReaderFolder(dir, async (copy) => archiveOf(copy));
    execFileSync('tar', ['-C', there, '-xf', '-'], { input: archive });

    for (const [name, bytes] of Object.entries(BYTES)) expect(readFileSync(join(there, name))).toEqual(bytes);
    expect(['actual', 'v1/enlace.yaml', 'roto'].map((link) => readlinkSync(join(there, link)))).toEqual([
      'v1',
      '../compose.yaml',
      'no-hay',
    ]);
    expect(
      ['arranque.sh', 'compose.yaml', '.'].map((file) => lstatSync(join(there, file)).mode & 0o777),
    ).toEqual([0o755, 0o644, 0o755]);
    expect(['vacia', 'guardada', '.oculta'].map((folder) => readdirSync(join(there, folder)))).toEqual([
      [],
      [],
      [],
    ]);
    expect(readFileSync(join(there, 'compose.yaml'), 'utf8')).toBe('a:\n  b: 1\n');
    expect(readFileSync(join(there, 'v1/sesion.console'), 'utf8')).toBe('de otro');
    expect(readdirSync(there)).not.toContain('sesion.console');
    expect(readdirSync(there)).not.toContain('procedencia.json');
  } finally {
    for (const folder of [dir, there]) rmSync(folder, { recursive: true, force: true });
  }
});
