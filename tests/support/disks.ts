/** Empty disks with a file system of their own, for what depends on it. How they were made: tests/claims/fixtures/LEEME.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from './claim.ts';

const FIXTURES = join(import.meta.dirname, '../claims/fixtures');

/** Mounts an empty disk on a new folder, and enters it. It goes away with the sandbox. */
export async function enterDisk(run: Run, kind: 'xfs' | 'ext4' | 'tmpfs'): Promise<void> {
  const folder = `/tmp/disco-${kind}`;
  await run.ok(`mkdir ${folder}`);
  if (kind === 'tmpfs') await run.ok(`mount -t tmpfs tmpfs ${folder}`);
  else {
    const archive = readFileSync(join(FIXTURES, `${kind}.tar.xz`)).toString('base64');
    await run.ok(`base64 -d <<'FIN' | tar -xJ -C /tmp\n${archive}\nFIN`);
    await run.ok(`mount -o loop /tmp/${kind}.img ${folder}`);
  }
  await run.ok(`cd ${folder}`);
}

/** KiB in use on the disk of the current folder, once all is written. What `du` says of a file does not tell whether it shares its blocks with another. */
export async function usedKib(run: Run, folder = '.'): Promise<number> {
  return Number(await run.ok(`sync -f ${folder} && df -k --output=used ${folder} | tail -1`));
}
