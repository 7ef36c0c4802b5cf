/** Claims of the page fundamentos/un-contenedor-a-mano. */

import { claim, expect } from '../../support/claim.ts';
import { exportImage } from './_espacios.ts';

claim('contenedor-sin-docker', { proves: ['A-144'] }, async ({ run }) => {
  await exportImage(run);
  const inside = (spaces: string) =>
    run.ok(
      `unshare --fork --pid --mount --ipc ${spaces} --mount-proc=imagen/proc chroot imagen ` +
        `sh -c 'hostname caja; hostname; echo "pid $$"; ip addr | grep -c "^[0-9]"'`,
    );
  expect(await inside('--uts --net')).toBe('caja\npid 1\n1');
  expect(await run.ok('hostname')).toBe('docker');
  // Each space does its part: without these two, the name and the network are the host's.
  expect(await inside('')).toMatch(/^caja\npid 1\n([2-9]|\d\d)$/);
  expect(await run.ok('hostname')).toBe('caja');
});

claim('pivot-root-pide-un-montaje', {}, async ({ run }) => {
  await run.ok('mkdir taller && mount -t tmpfs tmpfs taller && cd taller');
  await exportImage(run);
  const refused = await run(`unshare --mount sh -c 'cd imagen && pivot_root . tmp'`);
  expect(refused.exitCode).toBe(1);
  expect(refused.output).toContain('Invalid argument');
  // Mounted on itself the same folder will do.
  const accepted = await run(
    `unshare --mount sh -c 'mount --bind imagen imagen && cd imagen && pivot_root . tmp && ls / && ls /tmp'`,
  );
  expect(accepted.exitCode).toBe(0);
  expect(accepted.output.split('\n')).toContain('boot');
});

claim('pivot-root-otros-errores', {}, async ({ run }) => {
  await exportImage(run);
  const pivot = 'cd imagen && pivot_root . tmp';
  // In the mount of the root itself.
  expect((await run(`unshare --mount sh -c '${pivot}'`)).output).toContain('Device or resource busy');
  const mounted = `sh -c 'mount --bind imagen imagen && ${pivot}'`;
  expect((await run(`unshare --mount ${mounted}`)).exitCode).toBe(0);
  // A mount point, but shared.
  await run.ok('mount --make-rshared /');
  const shared = await run(`unshare --mount --propagation unchanged ${mounted}`);
  expect(shared.output).toContain('Invalid argument');
  expect((await run(`unshare --mount ${mounted}`)).exitCode).toBe(0);
});
