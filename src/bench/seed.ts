import { createHash } from 'node:crypto';
import { CACHE_LABEL, PREFIX } from '../config/paths.ts';
import { dockerCli, tryDockerCli } from '../engine/cli.ts';
import type { Progress } from '../images/builder.ts';
import { CATALOGUE } from '../images/catalogue.ts';
import { chosenEngine } from '../images/engines.ts';
import { recall, remember } from '../images/memory.ts';

/** What a seed is made with: the image and the network of the run's sandboxes. */
export interface SeedBed {
  sandboxImage: string;
  network: string;
  hubIp: string;
  caPem: string;
}

/** What a seed holds and how it is called, if not all images for the chosen engine. */
export interface SeedPlan {
  name?: string;
  refs?: readonly string[];
}

/** In the volume, once it has been tested: whoever finds it there needs no note of its own. */
const TESTED = '/semilla/probada';

/**
 * Makes sure that there is a volume with the layers of all images, from which sandboxes start, so that a pull takes
 * tenths of a second instead of seconds. It is made for one engine and for the digests that the hub serves.
 * A volume that was tested is used as it is, whoever made it, and one that somebody uses is never filled again.
 * @returns its name, or `undefined` if it could not be made: sandboxes then pull as on any machine
 */
export async function ensureSeed(
  bed: SeedBed,
  digests: readonly string[],
  onProgress: Progress,
  // One for each engine: comparing with another must not take away that of the first.
  { name = `semilla-${chosenEngine()}`, refs = CATALOGUE.map((entry) => entry.ref) }: SeedPlan = {},
): Promise<string | undefined> {
  const engine = await dockerCli(['image', 'inspect', '--format', '{{.Id}}', bed.sandboxImage]);
  const key = createHash('sha256')
    .update([engine, ...digests].join('\n'))
    .digest('hex')
    .slice(0, 12);
  const volume = `${PREFIX}-${name}-${key}`;
  // The note saves asking the volume.
  const known = await recall<{ volume: string; works: boolean }>(name);
  const noted = known?.value.volume === volume ? known.value : undefined;
  if (noted && !noted.works) return undefined;
  if (await isThere(volume)) {
    if (noted || (await isTested(bed, volume))) {
      if (!noted) await remember(name, { volume, works: true });
      return volume;
    }
  }
  onProgress('Preparando la semilla de los bancos de pruebas…');
  const start = Date.now();
  await tryDockerCli(['volume', 'rm', '--force', volume]);
  if (await isThere(volume)) {
    onProgress('Otra ejecución está usando la semilla a medio hacer: en esta, las imágenes se descargan.');
    return undefined;
  }
  const works = await make(bed, volume, refs, onProgress);
  await remember(name, { volume, works });
  await removeOthers(name, volume);
  if (!works) return undefined;
  onProgress(`Semilla lista en ${((Date.now() - start) / 1000).toFixed(0)} s`);
  return volume;
}

async function isThere(volume: string): Promise<boolean> {
  return (await tryDockerCli(['volume', 'inspect', '--format', '{{.Name}}', volume])) !== undefined;
}

async function isTested(bed: SeedBed, volume: string): Promise<boolean> {
  return (await tryDockerCli([...inBank(bed, volume, 'ro'), 'test', '-e', TESTED])) !== undefined;
}

async function make(
  bed: SeedBed,
  volume: string,
  refs: readonly string[],
  onProgress: Progress,
): Promise<boolean> {
  await dockerCli(['volume', 'create', '--label', CACHE_LABEL, volume]);
  try {
    await dockerCli([
      ...inBank(bed, volume, 'rw'),
      'sh',
      '-c',
      `${TRUST} && exec semilla-crear "$@"`,
      '_',
      ...refs,
    ]);
    await test(bed, volume, refs);
    await dockerCli([...inBank(bed, volume, 'rw'), 'touch', TESTED]);
    return true;
  } catch (error) {
    onProgress(
      `La semilla no sirve y las imágenes se descargarán en cada banco, que es más lento: ${
        error instanceof Error ? error.message : error
      }`,
    );
    await tryDockerCli(['volume', 'rm', '--force', volume]);
    return false;
  }
}

/** Pulls every image in a sandbox that starts from the seed; nothing may have to be downloaded, and all must run. */
async function test(bed: SeedBed, volume: string, refs: readonly string[]): Promise<void> {
  const script = `
    set -e
    ${TRUST}
    cp -a /semilla/esqueleto/. /var/lib/docker/
    dockerd > /tmp/dockerd.log 2>&1 &
    until docker version > /dev/null 2>&1; do sleep 0.1; done
    test -z "$(docker images -q)"
    for image; do docker pull "$image"; docker create "$image" true > /dev/null; done
    docker run --rm hello-world`;
  const output = await dockerCli([...inBank(bed, volume, 'ro'), 'bash', '-c', script, '_', ...refs]);
  // The store of containerd says «Pulling fs layer» of what it has to fetch, and nothing of what it has.
  if (/Pull complete|Pulling fs layer/.test(output))
    throw new Error('el motor no reconoce las capas de la semilla');
  if (!output.includes('Hello from Docker!')) throw new Error(`un contenedor no funcionó:\n${output}`);
}

const TRUST = 'echo "$SANDBOX_CA" | base64 -d >> /etc/ssl/certs/ca-certificates.crt';

function inBank(bed: SeedBed, volume: string, mode: 'ro' | 'rw'): string[] {
  return [
    ...['run', '--rm', '--privileged', '--network', bed.network, '--label', CACHE_LABEL],
    ...['--volume', `${volume}:/semilla:${mode}`, '--entrypoint', 'tini-static'],
    ...['--env', `SANDBOX_CA=${Buffer.from(bed.caPem).toString('base64')}`, bed.sandboxImage, '--'],
  ];
}

/** Older seeds serve nobody; one that a run of another process still uses stays until it is over. */
async function removeOthers(name: string, volume: string): Promise<void> {
  const names = await dockerCli([
    ...['volume', 'ls', '--filter', `label=${CACHE_LABEL}`, '--filter', `name=${PREFIX}-${name}-`],
    ...['--format', '{{.Name}}'],
  ]);
  for (const other of names.split('\n'))
    if (other && other !== volume) await tryDockerCli(['volume', 'rm', other]);
}
