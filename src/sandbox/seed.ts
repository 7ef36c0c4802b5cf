import { createHash } from 'node:crypto';
import { docker, tryDocker } from './docker.ts';
import type { Progress } from './images/builder.ts';
import { CATALOGUE } from './images/catalogue.ts';
import { chosenEngine } from './images/engines.ts';
import { recall, remember } from './images/memory.ts';
import { CACHE_LABEL, PREFIX } from './images/paths.ts';

/** What a seed is made with: the image and the network of the run's sandboxes. */
export interface SeedBed {
  sandboxImage: string;
  network: string;
  hubIp: string;
  caPem: string;
}

// One for each engine: comparing with another must not take away that of the first.
const seedName = () => `semilla-${chosenEngine()}`;

/**
 * Makes sure that there is a volume with the layers of all images, from which sandboxes start, so that a pull takes
 * tenths of a second instead of seconds. It is made for one engine and for the digests that the hub serves.
 * @returns its name, or `undefined` if it could not be made: sandboxes then pull as on any machine
 */
export async function ensureSeed(
  bed: SeedBed,
  digests: readonly string[],
  onProgress: Progress,
): Promise<string | undefined> {
  const engine = await docker(['image', 'inspect', '--format', '{{.Id}}', bed.sandboxImage]);
  const key = createHash('sha256')
    .update([engine, ...digests].join('\n'))
    .digest('hex')
    .slice(0, 12);
  const name = seedName();
  const volume = `${PREFIX}-${name}-${key}`;
  // The note says that it was tested; the volume, that nobody has removed it since.
  const known = await recall<{ volume: string; works: boolean }>(name);
  const isThere = (await tryDocker(['volume', 'inspect', '--format', '{{.Name}}', volume])) !== undefined;
  if (known?.value.volume === volume && (isThere || !known.value.works))
    return known.value.works ? volume : undefined;
  onProgress('Preparando la semilla de los bancos de pruebas…');
  const start = Date.now();
  const works = await make(bed, volume, onProgress);
  await remember(name, { volume, works });
  await removeOthers(volume);
  if (!works) return undefined;
  onProgress(`Semilla lista en ${((Date.now() - start) / 1000).toFixed(0)} s`);
  return volume;
}

async function make(bed: SeedBed, volume: string, onProgress: Progress): Promise<boolean> {
  await tryDocker(['volume', 'rm', '--force', volume]);
  await docker(['volume', 'create', '--label', CACHE_LABEL, volume]);
  const refs = CATALOGUE.map((entry) => entry.ref);
  try {
    await docker([
      ...inBank(bed, volume, 'rw'),
      'sh',
      '-c',
      `${TRUST} && exec semilla-crear "$@"`,
      '_',
      ...refs,
    ]);
    await test(bed, volume, refs);
    return true;
  } catch (error) {
    onProgress(
      `La semilla no sirve y las imágenes se descargarán en cada banco, que es más lento: ${
        error instanceof Error ? error.message : error
      }`,
    );
    await tryDocker(['volume', 'rm', '--force', volume]);
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
  const output = await docker([...inBank(bed, volume, 'ro'), 'bash', '-c', script, '_', ...refs]);
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
async function removeOthers(volume: string): Promise<void> {
  const names = await docker([
    ...['volume', 'ls', '--filter', `label=${CACHE_LABEL}`, '--filter', `name=${PREFIX}-${seedName()}-`],
    ...['--format', '{{.Name}}'],
  ]);
  for (const name of names.split('\n')) if (name && name !== volume) await tryDocker(['volume', 'rm', name]);
}
