import { Builder } from '../images/builder.ts';
import { VM } from '../images/catalogue.ts';
import { withLock } from '../images/lock.ts';
import { hubAnswers } from '../images/online.ts';

let ready: Promise<string> | undefined;

/**
 * Makes sure that the image of the virtual machine is there: a minute and a half the first time, because the machine
 * boots while it is built. Asked only by what needs it.
 * @returns its reference
 */
export function ensureVmImage(onProgress: (line: string) => void): Promise<string> {
  ready ??= ensure(onProgress);
  return ready;
}

async function ensure(onProgress: (line: string) => void): Promise<string> {
  if (process.arch !== 'x64') {
    throw new Error(
      `La máquina virtual con cgroup v2 es de procesadores x86-64, y el de este equipo es ${process.arch}.\n` +
        '  Remedio: usa un motor cuyo núcleo tenga cgroup v2 e IP_VS (Docker Desktop los tiene), y no hará falta.',
    );
  }
  const builder = new Builder({ online: await hubAnswers(), onProgress });
  await withLock(() => builder.ensure(VM), onProgress);
  return VM.localRef;
}
