/** An image with other patch versions: the same layers, with the same sizes and dates, and other bytes in some files. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { dockerCli } from '../../src/engine/cli.ts';
import { dockerCommand, pipe } from '../../src/engine/pipe.ts';
import { type Change, type Direction, otherVersion, substitute } from './substitute.ts';
import { visitTar } from './tar.ts';

interface SavedImage {
  Config: string;
  Layers: string[];
}

interface ImageConfig {
  config: { Env?: string[]; Labels?: Record<string, string> };
  history?: { created_by?: string }[];
  rootfs: { diff_ids: string[] };
}

/** What to make of an image. */
export interface Rewriting {
  from: string;
  to: string;
  /** Undefined for a copy under another name. */
  direction?: Direction | undefined;
  relabel(labels: Record<string, string>): Record<string, string>;
}

const run = promisify(execFile);

/** Saves an image of the contributor's engine, changes it and loads it under another name. */
export async function rewriteImage({ from, to, direction, relabel }: Rewriting): Promise<Change[]> {
  const folder = await mkdtemp(join(tmpdir(), 'docker-a-prueba-parches-'));
  try {
    await pipe(dockerCommand(['save', from]), ['tar', ['-x', '-C', folder]]);
    const [image] = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as [SavedImage];
    const changes: Change[] = [];
    const layers: string[] = [];
    for (const layer of image.Layers) {
      const content = await readFile(join(folder, layer));
      if (direction) visitTar(content, (path, bytes) => changes.push(...substitute(path, bytes, direction)));
      const id = createHash('sha256').update(content).digest('hex');
      await writeFile(join(folder, `${id}.tar`), content);
      layers.push(id);
    }
    const config = JSON.parse(await readFile(join(folder, image.Config), 'utf8')) as ImageConfig;
    config.rootfs.diff_ids = layers.map((id) => `sha256:${id}`);
    config.config.Labels = relabel(config.config.Labels ?? {});
    if (direction) changes.push(...restate(config, direction));
    await writeFile(join(folder, 'config.json'), JSON.stringify(config));
    const files = [...new Set(layers.map((id) => `${id}.tar`))];
    const manifest = [{ Config: 'config.json', RepoTags: [to], Layers: layers.map((id) => `${id}.tar`) }];
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
    await run('tar', [
      '-cf',
      join(folder, 'imagen.tar'),
      '-C',
      folder,
      'manifest.json',
      'config.json',
      ...files,
    ]);
    await dockerCli(['load', '--quiet', '--input', join(folder, 'imagen.tar')]);
    return changes;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const STATED = /\b([A-Z]+_VERSION)=((?:\d+:)?\d+\.\d+[\w.+~:-]*)/g;

/** What the configuration states of the versions: `NGINX_VERSION=1.30.6`, and the same in its history. */
function restate(config: ImageConfig, direction: Direction): Change[] {
  const changes: Change[] = [];
  const change = (text: string, where: string) =>
    text.replace(STATED, (_, name: string, version: string) => {
      const to = otherVersion(version, direction);
      changes.push({ program: name, path: where, from: version, to, times: 1 });
      return `${name}=${to}`;
    });
  config.config.Env = (config.config.Env ?? []).map((text) => change(text, 'ENV'));
  for (const entry of config.history ?? [])
    if (entry.created_by) entry.created_by = change(entry.created_by, 'historia');
  return changes;
}
