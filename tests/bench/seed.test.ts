/** A seed says itself that it works: another clone uses it as it is, and nobody fills again one that is in use. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { ensureSeed } from '../../src/bench/seed.ts';
import { CACHE_DIR } from '../../src/config/paths.ts';
import { dockerCli, tryDockerCli } from '../../src/engine/cli.ts';
import { chosenEngine, sandboxWith } from '../../src/images/engines.ts';

const image = sandboxWith(chosenEngine()).localRef;
const made = new Set<string>();
const names = new Set<string>();

/** A kind of seed of its own: the tests of this file run at the same time. */
function seedNamed(name: string) {
  names.add(name);
  return {
    ensure: (digest: string) =>
      ensureSeed({ ...inject('environment'), sandboxImage: image }, [digest], () => {}, {
        name,
        refs: ['hello-world:latest'],
      }),
    /** As in another clone, or after `npm ci` in this one. */
    forget: () => rm(join(CACHE_DIR, `${name}.json`), { force: true }),
  };
}
const inVolume = (volume: string, command: string) =>
  tryDockerCli(['run', '--rm', '--volume', `${volume}:/semilla`, '--entrypoint', 'sh', image, '-c', command]);

afterAll(async () => {
  for (const name of names) await rm(join(CACHE_DIR, `${name}.json`), { force: true });
  for (const volume of made) await tryDockerCli(['volume', 'rm', '--force', volume]);
});

test('a tested seed is used as it is by who knows nothing of it', async () => {
  const { ensure, forget } = seedNamed('semilla-prueba-1');
  const volume = (await ensure('uno')) as string;
  made.add(volume);
  await inVolume(volume, 'touch /semilla/huella');
  await forget();
  expect(await ensure('uno')).toBe(volume);
  expect(await inVolume(volume, 'test -e /semilla/huella')).toBe('');
  // One that was left half made is made again.
  await forget();
  await inVolume(volume, 'rm /semilla/probada');
  expect(await ensure('uno')).toBe(volume);
  expect(await inVolume(volume, 'test -e /semilla/huella')).toBeUndefined();
});

test('one that is in use is neither filled again nor taken away', async () => {
  const { ensure, forget } = seedNamed('semilla-prueba-2');
  const volume = (await ensure('uno')) as string;
  made.add(volume);
  const user = await dockerCli([
    'run',
    '--detach',
    '--volume',
    `${volume}:/semilla`,
    '--entrypoint',
    'sleep',
    image,
    '600',
  ]);
  try {
    await inVolume(volume, 'rm /semilla/probada && touch /semilla/huella');
    await forget();
    expect(await ensure('uno')).toBeUndefined();
    const other = (await ensure('dos')) as string;
    made.add(other);
    expect(other).not.toBe(volume);
    expect(await inVolume(volume, 'test -e /semilla/huella')).toBe('');
  } finally {
    await dockerCli(['rm', '--force', '--volumes', user]);
  }
});
