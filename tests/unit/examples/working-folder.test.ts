/** The working folder that a page gives its reader is the one that the bench gives its session. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { withReaderFolder } from '../../../src/bench/example-folder.ts';
import { ROOT } from '../../../src/config/paths.ts';
import { folderName, listExampleIds } from '../../../src/examples/catalog.ts';
import { folderScript } from '../../../src/examples/folder-script.ts';
import { type ReaderEntry, readReaderFolder } from '../../../src/examples/reader-folder.ts';
import { readZip, zipFolder } from '../../../src/examples/zip.ts';

const work = mkdtempSync(join(tmpdir(), 'dap-folder-'));
afterAll(() => rmSync(work, { recursive: true }));

const EXAMPLES = join(ROOT, 'examples');
const withFiles = listExampleIds(EXAMPLES).filter((id) => readReaderFolder(join(EXAMPLES, id)).length > 0);

/** What a folder has, as lines: kind, whether it may be run, name, and bytes or target. */
function contentsOf(folder: string): ReaderEntry[] {
  return readReaderFolder(folder);
}

/** A home in which somebody pasted a script. */
function paste(script: string): string {
  const home = mkdtempSync(join(work, 'home-'));
  execFileSync('sh', { input: script, env: { HOME: home, PATH: process.env.PATH }, cwd: home });
  return home;
}

function unzip(zip: Buffer): string {
  const home = mkdtempSync(join(work, 'zip-'));
  writeFileSync(join(home, 'x.zip'), zip);
  execFileSync('unzip', ['-q', 'x.zip'], { cwd: home });
  return home;
}

/** An example's folder with some files, of which the values are contents. */
function folderWith(files: Record<string, string | Buffer>): string {
  const folder = mkdtempSync(join(work, 'example-'));
  for (const [path, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), contents);
  }
  return folder;
}

describe('the working folder', () => {
  test('there are examples with files', () => expect(withFiles.length).toBeGreaterThan(5));

  test.for(withFiles)('%s: bench, script and archive give the same', async (id) => {
    const name = folderName(id);
    const entries = readReaderFolder(join(EXAMPLES, id));
    const bench = await withReaderFolder(join(EXAMPLES, id), async (copy) => contentsOf(copy));
    const { script, onlyArchived } = folderScript(name, entries);
    if (onlyArchived.length > 0) expect(onlyArchived).toEqual(entries.map(({ path }) => path));
    else expect(contentsOf(join(paste(script), name))).toEqual(bench);
    expect(contentsOf(join(unzip(zipFolder(name, entries)), name))).toEqual(bench);
    expect(readZip(zipFolder(name, entries))).toEqual(entries);
  });

  test('awkward files arrive as they are', () => {
    const folder = folderWith({
      'a/b c/fin.txt': 'uno\nFIN\nFIN_\n',
      "d'e.txt": "sin fin de línea, con 'comillas' y $HOME",
      'ñandú.conf': '\tcon tabulador \\ y `orden`\n\n',
      'vacio.txt': '',
      'vacia/.gitkeep': '',
      'guion.sh': '#!/bin/sh\n# region: x\necho hola\n# endregion\n',
    });
    chmodSync(join(folder, 'guion.sh'), 0o755);
    symlinkSync('guion.sh', join(folder, 'actual'));
    const entries = readReaderFolder(folder);
    expect(entries.map(({ path, kind }) => `${kind} ${path}`)).toEqual([
      'file a/b c/fin.txt',
      'link actual',
      "file d'e.txt",
      'file guion.sh',
      'folder vacia',
      'file vacio.txt',
      'file ñandú.conf',
    ]);
    const { script, onlyArchived } = folderScript('x', entries);
    expect(onlyArchived).toEqual([]);
    const pasted = join(paste(script), 'x');
    expect(contentsOf(pasted)).toEqual(entries);
    expect(readFileSync(join(pasted, 'guion.sh'), 'utf8')).toBe('#!/bin/sh\necho hola\n');
    expect(contentsOf(join(unzip(zipFolder('x', entries)), 'x'))).toEqual(entries);
    expect(readZip(zipFolder('x', entries))).toEqual(entries);
    expect(() => readZip(Buffer.from('otra cosa que no es un archivo zip'))).toThrow('no es un .zip');
  });

  test('what a terminal cannot be given is only in the archive', () => {
    const entries = readReaderFolder(
      folderWith({ 'foto.png': Buffer.from([0, 1, 255]), 'dos.txt': 'CR\r\n' }),
    );
    expect(folderScript('x', entries)).toEqual({
      script: 'mkdir -p ~/x && cd ~/x',
      onlyArchived: ['dos.txt', 'foto.png'],
    });
    expect(contentsOf(join(unzip(zipFolder('x', entries)), 'x'))).toEqual(entries);
  });

  test('neither is what is too long to be pasted', () => {
    const entries = readReaderFolder(folderWith({ 'largo.txt': 'línea\n'.repeat(5000) }));
    expect(folderScript('x', entries).onlyArchived).toEqual(['largo.txt']);
  });

  test('the archive has the same bytes every time', () => {
    const entries = readReaderFolder(folderWith({ 'a.txt': 'a\n' }));
    expect(zipFolder('x', entries)).toEqual(zipFolder('x', entries));
    expect(zipFolder('x', entries).includes(Buffer.from([0x21, 0x00]))).toBe(true);
  });
});
