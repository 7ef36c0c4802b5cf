import { PREFIX } from '../../config/paths.ts';
import { tryDockerCli } from '../../engine/cli.ts';
import { Builder } from '../../images/builder.ts';
import type { ImageEntry } from '../../images/catalogue.ts';
import { withImagesLock } from '../../images/lock.ts';
import { hubAnswers } from '../../images/online.ts';
import type { VersionSource } from '../../images/recipes.ts';
import { queryVersions, versionKey } from '../../images/versions.ts';
import { askOnce } from '../ask-once.ts';

const KERNEL: VersionSource = { from: 'apt', package: 'linux-image-cloud-amd64', suite: 'trixie' };

// In neither list of the catalogue: most machines never need it, so it is only built when something asks for it.
const ENTRY: ImageEntry = {
  name: 'vm',
  tag: 'trixie',
  ref: 'vm:trixie',
  localRef: `${PREFIX}/vm:trixie`,
  folder: '../vm',
  aliases: [],
  needs: ['banco:trixie', 'debian:trixie-slim'],
};

/**
 * Makes sure that the image of the virtual machine is there: about a minute and a half the first time, because the
 * machine boots while it is built.
 * @returns its reference
 */
export const ensureVmImage: (onProgress: (line: string) => void) => Promise<string> = askOnce(ensure, {
  key: () => ENTRY.ref,
});

async function ensure(onProgress: (line: string) => void): Promise<string> {
  if (process.arch !== 'x64') {
    throw new Error(
      `La máquina virtual con cgroup v2 es de procesadores x86-64, y el de este equipo es ${process.arch}.\n` +
        '  Cómo arreglarlo: usa un motor cuyo núcleo tenga cgroup v2 e IP_VS (Docker Desktop los tiene), y no hará falta.',
    );
  }
  const builder = new Builder({ online: await hubAnswers(), onProgress });
  await withImagesLock(async () => {
    const versions = await queryVersions([{ ...ENTRY, version: KERNEL }], 'any');
    await builder.ensure({ ...ENTRY, args: { NUCLEO: versions[versionKey(KERNEL)] ?? '' } });
  }, onProgress);
  return ENTRY.localRef;
}

/** Id of the image of the virtual machine, if it has been built. */
export function virtualMachineImage(): Promise<string | undefined> {
  return tryDockerCli(['image', 'inspect', '--format', '{{.Id}}', ENTRY.localRef]);
}
