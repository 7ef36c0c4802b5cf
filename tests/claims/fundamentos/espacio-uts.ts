/** Claims of the page fundamentos/espacio-uts. */

import { claim, expect } from '../../support/claim.ts';
import { BUSYBOX } from './_espacios.ts';

claim('hostname-sin-permiso', {}, async ({ run }) => {
  const change = `${BUSYBOX} sh -c 'hostname caja && hostname'`;
  // Without the capability, and no other lock removed makes a difference.
  for (const options of ['', '--security-opt seccomp=unconfined']) {
    const denied = await run(`docker run --rm -q ${options} ${change}`);
    expect(denied.exitCode).toBe(1);
    expect(denied.output).toContain('Operation not permitted');
  }
  expect(await run.ok(`docker run --rm --cap-add SYS_ADMIN ${change}`)).toBe('caja');
  expect(await run.ok('hostname')).toBe('docker');
});
