import { rm } from 'node:fs/promises';
import { CACHE_DIR, PREFIX } from '../config/paths.ts';
import { DockerError, dockerCli } from './cli.ts';

/** Something of ours in the contributor's engine. */
export interface OwnObject {
  kind: 'contenedor' | 'red' | 'volumen' | 'imagen';
  name: string;
}

const LABEL = ['--filter', `label=${PREFIX}`, '--format'];

/** Everything of ours in the engine, in an order in which it can be removed. */
export async function findObjects(): Promise<OwnObject[]> {
  const [containers, networks, volumes, images] = await Promise.all([
    list(['ps', '--all', ...LABEL, '{{.Names}}']),
    list(['network', 'ls', ...LABEL, '{{.Name}}']),
    list(['volume', 'ls', ...LABEL, '{{.Name}}']),
    // By name and not by label: what a contributor builds from one of them inherits its label.
    list(['image', 'ls', '--filter', `reference=${PREFIX}/*`, '--format', '{{.Repository}}:{{.Tag}}']),
  ]);
  const named = (kind: OwnObject['kind'], names: string[]) => names.map((name) => ({ kind, name }));
  return [
    ...named('contenedor', containers),
    ...named('red', networks),
    ...named('volumen', volumes),
    ...named('imagen', images),
  ];
}

/** Removes objects; answers those that could not be, and why. */
export async function removeObjects(
  objects: readonly OwnObject[],
): Promise<(OwnObject & { reason: string })[]> {
  const kept: (OwnObject & { reason: string })[] = [];
  for (const object of objects) {
    try {
      await dockerCli([...REMOVE[object.kind], object.name]);
    } catch (error) {
      // A container that ends by itself takes its hub and its network with it while we are at it.
      if (error instanceof DockerError && /no such|not found|already in progress/i.test(error.stderr))
        continue;
      kept.push({ ...object, reason: error instanceof DockerError ? error.stderr.trim() : String(error) });
    }
  }
  await rm(CACHE_DIR, { recursive: true, force: true });
  return kept;
}

const REMOVE: Readonly<Record<OwnObject['kind'], readonly string[]>> = {
  contenedor: ['rm', '--force', '--volumes'],
  red: ['network', 'rm'],
  volumen: ['volume', 'rm', '--force'],
  imagen: ['image', 'rm', '--force'],
};

async function list(args: readonly string[]): Promise<string[]> {
  return (await dockerCli(args)).split('\n').filter(Boolean);
}
