import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Lays npm packages out in a folder, each in a sub-folder of its name (or of the name given in `named`). */
export async function layOutPackages(
  folder: string,
  named: Readonly<Record<string, string>>,
  others: readonly string[],
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const specs = [
    ...Object.entries(named),
    ...others.map((spec) => [spec.replace(/@[^@]*$/, ''), spec] as [string, string]),
  ];
  for (const [name, spec] of specs) await unpack(spec, join(folder, name));
}

async function unpack(spec: string, target: string): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'docker-a-prueba-'));
  try {
    const { stdout } = await run('npm', ['pack', spec, '--silent', '--pack-destination', scratch]);
    await run('tar', ['-xzf', join(scratch, stdout.trim()), '-C', scratch]);
    await rename(join(scratch, 'package'), target).catch(() =>
      run('cp', ['-r', join(scratch, 'package'), target]),
    );
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** The version in the package.json of a folder. */
export async function packageVersion(folder: string): Promise<string> {
  return (JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}
