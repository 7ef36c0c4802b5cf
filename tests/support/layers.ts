/** Where the layers of a container are (what the kernel was asked to mount as its root, whichever the store), and images made of given layers. */
import type { Run } from './claim.ts';

interface Layers {
  /** Read-only folders, the nearest first: Docker's own, then those of the image, newest first. */
  lower: string[];
  /** The folder in which the container writes. */
  upper: string;
}

/** Folders of the layers of a container, running or only created, in containerd's store or in that of before. */
export async function layersOf(run: Run, container: string): Promise<Layers> {
  const [id, driver] = (await run.ok(`docker inspect -f '{{.Id}} {{.Driver}}' ${container}`)).split(' ');
  if (driver === 'overlay2') {
    const folder = (name: string) => run.ok(`docker inspect -f '{{.GraphDriver.Data.${name}}}' ${container}`);
    return { lower: (await folder('LowerDir')).split(':'), upper: await folder('UpperDir') };
  }
  const ctr = 'ctr --address $(find /run -name containerd.sock | head -1) --namespace moby';
  return readLayers(await run.ok(`${ctr} snapshots --snapshotter overlayfs mounts /mnt ${id}`));
}

/** Reads `…,lowerdir=A:B,upperdir=C,…` of a mount command or of a line of /proc/mounts. */
function readLayers(mount: string): Layers {
  const option = (name: string) => new RegExp(`${name}=([^, ]+)`).exec(mount)?.[1] ?? '';
  return { lower: option('lowerdir').split(':'), upper: option('upperdir') };
}

/** Builds an image from the lines of a Dockerfile, each a layer on its base. */
export async function buildLines(
  run: Run,
  tag: string,
  lines: string[],
  base = 'busybox:1.37',
): Promise<void> {
  const file = lines.join('\\n');
  await run.ok(`printf 'FROM ${base}\\n${file}\\n' | docker build -q -t ${tag} -`);
}
